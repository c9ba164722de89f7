import { type PickupPointId } from '#shared/contracts/ids';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type OrdersDeps } from './deps';

/**
 * A pickup point changed: it is read again, and kept for when delivery cannot be asked. When it cannot be asked already, the next look
 * at all of them finds what changed.
 */
export async function learnPickupPoint(
  { terms, delivery, knownPoints }: Pick<OrdersDeps, 'terms' | 'delivery' | 'knownPoints'>,
  pickupPointId: PickupPointId,
): Promise<void> {
  terms.forgetPickupPoint(pickupPointId);
  try {
    const body = { pickupPointIds: [pickupPointId] };
    await knownPoints.keep((await delivery.lookUpPickupPoints({ body })).pickupPoints);
  } catch (error) {
    if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
  }
}
