import { type EventData } from '#shared/contracts/events';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';

/** The totals of a GroupOrder moved: its leader sees them. */
export async function groupOrderChanged(
  { store, broadcast, now }: DeliveryDeps,
  { groupOrderId, cityId, cycleId, ...state }: EventData<'orders.group_order_changed.v1'>,
): Promise<void> {
  const group = { _id: groupOrderId, cityId, cycleId, ...state, touchedAt: now() };
  if (!(await store.followed.putGroupOrder(group))) return;
  broadcast.send([audiences.pickupPoint(state.pickupPointId)], 'group_order_changed', {
    groupOrderId,
    ...state,
  });
}
