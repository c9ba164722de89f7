import { type Page } from '#shared/contracts/common';
import { type CycleId, type GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { personOf } from '../domain/cutoff/outcomes';
import { type Before, type Order } from '../domain/order';
import { type OrderCollection } from './orderStore';
import { toOrder } from './orderModel';
import { searchOrders } from './orderListStore';
import { type PageWish } from './pages';

/** The orders of a group that are on their way to the leader. */
export async function ordersAtStop(
  orders: OrderCollection,
  groupOrderId: GroupOrderId,
): Promise<Before<'receive'>[]> {
  const found = await orders
    .find({ groupOrderId, status: { $in: ['consolidated', 'in_transit'] }, receipt: { $exists: true } })
    .toArray();
  return found.map(toOrder) as Before<'receive'>[];
}

/** When each person of `waiting` was left short at a handover the last time. */
export async function lastShortages(
  orders: OrderCollection,
  waiting: readonly Order[],
): Promise<ReadonlyMap<string, Date>> {
  const accountIds = [...new Set(waiting.map(({ accountId }) => accountId))];
  const found = await orders
    .find(
      { accountId: { $in: accountIds }, 'lines.dropped.reason': 'shortage_at_handover' },
      { projection: { accountId: 1, onBehalfOf: 1, 'lines.dropped': 1 } },
    )
    .toArray();
  const last = new Map<string, Date>();
  for (const order of found)
    for (const { dropped } of order.lines) {
      if (dropped?.reason !== 'shortage_at_handover') continue;
      const known = last.get(personOf(order));
      if (!known || dropped.at > known) last.set(personOf(order), dropped.at);
    }
  return last;
}

/** The orders of a pickup point in a cycle that are, or were, to be handed out: whichever version of the consolidation has them. */
export const ordersToHandOut = (
  orders: OrderCollection,
  { cycleId, pickupPointId }: { readonly cycleId: CycleId; readonly pickupPointId: PickupPointId },
  wish: PageWish,
): Promise<Page<Order>> =>
  searchOrders(
    orders,
    { cycleId, pickupPointId, status: ['consolidated', 'in_transit', 'ready', 'collected', 'closed'] },
    wish,
  );
