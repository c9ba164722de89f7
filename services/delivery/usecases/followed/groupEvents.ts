import { type EventData } from '#shared/contracts/events';
import { type Delivery } from '../delivery';
import { audiences } from '../live/broadcast';

/** The totals of a GroupOrder moved: its leader sees them. */
export async function groupOrderChanged(
  { store, broadcast, now }: Delivery,
  { groupOrderId, cityId, cycleId, ...state }: EventData<'orders.group_order_changed.v1'>,
): Promise<void> {
  const group = { _id: groupOrderId, cityId, cycleId, ...state, touchedAt: now() };
  if (!(await store.followed.putGroupOrder(group))) return;
  broadcast.send([audiences.pickupPoint(state.pickupPointId)], 'group_order_changed', {
    groupOrderId,
    ...state,
  });
}

/** A GroupBuy came nearer to its target, or formed, or failed: the neighbourhood sees it. */
export async function groupBuyProgressed(
  { store, broadcast, now }: Delivery,
  { cityId: _cityId, cycleId: _cycleId, ...state }: EventData<'orders.group_buy_progressed.v1'>,
): Promise<void> {
  const _id = `${state.offerId}|${state.pickupPointId}`;
  if (!(await store.followed.putGroupBuy({ _id, ...state, touchedAt: now() }))) return;
  broadcast.send([audiences.neighbourhood(state.pickupPointId)], 'group_buy_progressed', state);
}

/** A leader wrote to the group: everybody who follows an order of it gets it; those who get it twice know its id. */
export function groupMessagePosted(
  { broadcast }: Delivery,
  message: EventData<'orders.group_message_posted.v1'>,
): void {
  broadcast.send(
    [audiences.group(message.groupOrderId), audiences.pickupPoint(message.pickupPointId)],
    'group_message',
    message,
  );
}
