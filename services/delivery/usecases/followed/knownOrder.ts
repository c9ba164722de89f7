import { type OrderId } from '#shared/contracts/ids';
import { type TrackedOrderDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

/**
 * The order as far as we heard of it. Of one that is not paid, or was in this moment, orders itself is asked: no event tells of
 * orders that may never come to anything.
 * @throws {Refused} NOT_FOUND
 */
export async function knownOrder(
  { store, orders, now }: DeliveryDeps,
  orderId: OrderId,
): Promise<TrackedOrderDoc> {
  const heard = await store.followed.findOrder(orderId);
  if (heard) return heard;
  const { orderId: _id, placedAt, ...standing } = await orders.getOrderStanding({ params: { orderId } });
  const at = new Date(placedAt);
  return {
    _id,
    ...standing,
    changedAt: at,
    timeline: [{ status: 'awaiting_payment', at }],
    touchedAt: now(),
  };
}
