import { type AccountId, type PickupPointId } from '#shared/contracts/ids';
import { type PickupPointCard } from '#shared/contracts/internal/delivery';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type StopName } from '../domain/consolidation';
import { type Delivery, type Terms } from './terms';

/** Names of pickup points (at most 500 at once); one that delivery does not know is called by its id. */
export async function pickupPointNames(
  delivery: Delivery,
  ids: readonly PickupPointId[],
): Promise<(id: PickupPointId) => StopName> {
  const { pickupPoints } = await delivery.lookUpPickupPoints({ body: { pickupPointIds: [...ids] } });
  const names = new Map(pickupPoints.map((point) => [point.pickupPointId, stopName(point)]));
  return (id) => names.get(id) ?? { pickupPointName: id };
}

/** What a pickup point is called in lists, in Chinese and, when delivery told it, in English. */
export const stopName = ({ name, nameEn }: Pick<PickupPointCard, 'name' | 'nameEn'>): StopName => ({
  pickupPointName: name,
  ...(nameEn === undefined ? {} : { pickupPointNameEn: nameEn }),
});

/** Who leads a pickup point at this moment; undefined: nobody. */
export async function leaderOf(
  terms: Pick<Terms, 'pickupPoint'>,
  pickupPointId: PickupPointId,
): Promise<AccountId | undefined> {
  try {
    return (await terms.pickupPoint(pickupPointId)).leaderAccountId;
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
}
