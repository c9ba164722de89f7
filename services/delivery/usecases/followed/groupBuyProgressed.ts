import { type EventData } from '#shared/contracts/events';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';
import { cityGroups } from '../live/cityGroups';

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

/**
 * A GroupBuy came nearer to its target, or formed, or failed: the neighbourhood and its leader see it, and the city when it counts
 * there. Moves that a process left uncounted when it died are counted when the event comes again.
 */
export async function groupBuyProgressed(
  { store, broadcast, now }: DeliveryDeps,
  { cityId, cycleId, ...state }: EventData<'orders.group_buy_progressed.v1'>,
): Promise<void> {
  const _id = `${state.offerId}|${state.pickupPointId}`;
  const told = { _id, cityId, cycleId, ...state, touchedAt: now() };
  const { isNews, moves } = await store.groupBuys.put(told);
  if (isNews)
    broadcast.send(
      [audiences.neighbourhood(state.pickupPointId), audiences.pickupPoint(state.pickupPointId)],
      'group_buy_progressed',
      state,
    );
  for (const move of moves) {
    const counts = await store.groupBuys.count(told, move);
    if (counts) broadcast.send([audiences.city(cityId)], 'city_groups_changed', cityGroups(counts));
  }
}

/** A leader wrote to the group: everybody who follows an order of it gets it; those who get it twice know its id. */
export function groupMessagePosted(
  { broadcast }: DeliveryDeps,
  message: EventData<'orders.group_message_posted.v1'>,
): void {
  broadcast.send(
    [audiences.group(message.groupOrderId), audiences.pickupPoint(message.pickupPointId)],
    'group_message',
    message,
  );
}
