import { type mongo } from 'mongoose';
import { orderStatuses } from '#shared/contracts/events/orders';
import { type ConsolidationId, type CycleId, OrderId, PickupPointId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type Order } from '../domain/order';
import { type OrderCollection } from './orderStore';
import { type StoredOrder, toOrder } from './orderModel';
import { type PageWish, pageById } from './pages';

/** Orders of a cycle that wait for their payment, or are about to expire. */
export const awaitingPayment = (orders: OrderCollection, cycleId: CycleId): Promise<number> =>
  orders.countDocuments({ cycleId, status: 'awaiting_payment' });

type Claim = { readonly cycleId: CycleId; readonly consolidationId: ConsolidationId; readonly now: Date };

/**
 * Makes up to `limit` paid orders of a cycle the consolidation's. An order that changes at this moment is left, or has the
 * claim's version in its way: either way exactly one wins.
 * @returns how many paid orders it saw; none: all are claimed.
 */
export async function claimPaid(orders: OrderCollection, claim: Claim, limit: number): Promise<number> {
  const { cycleId, consolidationId, now } = claim;
  const found = await orders
    .find({ cycleId, status: 'paid' }, { projection: { _id: 1 } })
    .limit(limit)
    .toArray();
  if (found.length > 0)
    await orders.updateMany(
      { _id: { $in: found.map(({ _id }) => _id) }, status: 'paid' },
      {
        $set: { status: 'consolidated', consolidationId, consolidatedAt: now, unsettled: true },
        $inc: { version: 1 },
      },
    );
  return found.length;
}

/** The pickup points that a consolidation has orders of. */
export async function pickupPointsOf(
  orders: OrderCollection,
  consolidationId: ConsolidationId,
): Promise<PickupPointId[]> {
  const found = await orders
    .aggregate<{ _id: PickupPointId }>([
      { $match: { consolidationId } },
      { $group: { _id: '$pickupPointId' } },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  return found.map(({ _id }) => _id);
}

/** The orders of one pickup point in a consolidation, read little by little. */
export async function* ordersOfStop(
  orders: OrderCollection,
  consolidationId: ConsolidationId,
  pickupPointId: PickupPointId,
): AsyncGenerator<Order> {
  const found = orders
    .find({ consolidationId, pickupPointId }, { batchSize: 500 })
    .sort({ _id: 1 })
    .hint('consolidated');
  for await (const stored of found) yield toOrder(stored);
}

/** Claimed orders that cutoff has not decided about, by pickup point. */
export async function unsettledOrders(
  orders: OrderCollection,
  cycleId: CycleId,
  limit: number,
): Promise<Order[]> {
  const found = await orders
    .find({ cycleId, unsettled: true })
    .sort({ pickupPointId: 1 })
    .limit(limit)
    .toArray();
  return found.map(toOrder);
}

/** Orders that are in a consolidation at this moment. */
export async function consolidatedOrders(
  orders: OrderCollection,
  consolidationId: ConsolidationId,
  limit: number,
): Promise<Order[]> {
  const found = await orders.find({ consolidationId }).hint('consolidated').limit(limit).toArray();
  return found.map(toOrder);
}

export const countConsolidated = (
  orders: OrderCollection,
  consolidationId: ConsolidationId,
): Promise<number> => orders.countDocuments({ consolidationId }, { hint: 'consolidated' });

/** Whether an order of the consolidation has left the warehouse. */
export async function hasDeparted(
  orders: OrderCollection,
  consolidationId: ConsolidationId,
): Promise<boolean> {
  const moving: StoredOrder['status'][] = ['in_transit', 'ready', 'collected', 'closed'];
  const found = await orders.findOne(
    { consolidationId, status: { $in: moving } },
    { projection: { _id: 1 }, hint: 'consolidated' },
  );
  return found !== null;
}

/** Orders of a cycle that ended in a full refund at cutoff. */
export const countFailedAtCutoff = (orders: OrderCollection, cycleId: CycleId): Promise<number> =>
  orders.countDocuments({ cycleId, status: 'failed', 'receipt.outcome': 'refunded' });

/** Orders that became paid, or were claimed, when their cycle was closed already. */
export async function stragglers(
  orders: OrderCollection,
  cycleIds: readonly CycleId[],
  limit: number,
): Promise<Order[]> {
  const [paid, claimed] = await Promise.all([
    orders
      .find({ cycleId: { $in: [...cycleIds] }, status: 'paid' })
      .limit(limit)
      .toArray(),
    orders
      .find({ cycleId: { $in: [...cycleIds] }, unsettled: true })
      .limit(limit)
      .toArray(),
  ]);
  return [...paid, ...claimed].map(toOrder);
}

/** Lines that need their real weight: how many, and the orders that have them. */
export async function countUnweighed(
  orders: OrderCollection,
  consolidationId: ConsolidationId,
): Promise<number> {
  const [sum] = await orders
    .aggregate<{ lines: number }>(
      [
        { $match: { consolidationId, unweighed: { $exists: true } } },
        { $group: { _id: null, lines: { $sum: '$unweighed' } } },
      ],
      { hint: 'unweighed' },
    )
    .toArray();
  return sum?.lines ?? 0;
}

export async function unweighedOrders(
  orders: OrderCollection,
  consolidationId: ConsolidationId,
  wish: PageWish,
) {
  const page = await pageById<StoredOrder, [PickupPointId, OrderId]>({
    key: z.tuple([PickupPointId, OrderId]),
    keyOf: ({ pickupPointId, _id }) => [pickupPointId, _id],
    found: (after) =>
      orders
        .find({ consolidationId, unweighed: { $exists: true }, ...(after ? beyond(...after) : {}) })
        .sort({ pickupPointId: 1, _id: 1 })
        .hint('unweighed'),
    wish,
  });
  return { ...page, items: page.items.map(toOrder) };
}

const beyond = (pickupPointId: PickupPointId, id: OrderId): mongo.Filter<StoredOrder> => ({
  $or: [{ pickupPointId: { $gt: pickupPointId } }, { pickupPointId, _id: { $gt: id } }],
});

/** Every order of a cycle, read little by little. */
export async function* ordersOfCycle(orders: OrderCollection, cycleId: CycleId): AsyncGenerator<Order> {
  const found = orders.find(
    { cycleId, status: { $in: [...orderStatuses] } },
    { projection: { attempts: 0, outbox: 0 }, batchSize: 500 },
  );
  for await (const stored of found) yield toOrder(stored);
}
