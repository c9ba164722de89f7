import { type EventData } from '#shared/contracts/events';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';
import { cityGroups } from '../live/cityGroups';

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
