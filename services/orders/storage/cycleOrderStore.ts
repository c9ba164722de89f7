import { type Connection } from 'mongoose';
import { type ConsolidationId, type CycleId, OrderId, PickupPointId } from '#shared/contracts/ids';
import { type Page } from '#shared/contracts/common';
import { nativeOn } from '#shared/kit/mongo/models';
import { byId, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { statusesFrom, transitions } from '../domain/lifecycle';
import { type Order } from '../domain/order';
import { type OrderCollection, OrderModel, toOrder } from './orderModel';
import { bookedStill } from './orderBooking';
import { entering } from './orderUpdate';

type Joining = { readonly cycleId: CycleId; readonly consolidationId: ConsolidationId; readonly now: Date };

const byPointThenId = [
  byId('pickupPointId', PickupPointId, 'rising'),
  byId('_id', OrderId, 'rising'),
] as const;

/** The orders of a cycle, for closing it and for what follows: read little by little, however many there are. */
export class CycleOrderStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** Orders that wait for their payment, or are about to expire. */
  countUnpaid(cycleId: CycleId): Promise<number> {
    return this.#orders.countDocuments({ cycleId, status: 'awaiting_payment' });
  }

  /**
   * Makes up to `limit` paid orders of a cycle the consolidation's. An order that changes at this moment is left, or finds its
   * version taken: either way exactly one wins.
   * @returns how many paid orders it saw; none: all are the consolidation's.
   */
  async consolidatePaid({ cycleId, consolidationId, now }: Joining, limit: number): Promise<number> {
    const { filter, update } = entering('consolidate', { consolidationId, consolidatedAt: now });
    const found = await this.#orders
      .find({ cycleId, ...filter }, { projection: { _id: 1 } })
      .limit(limit)
      .toArray();
    if (found.length > 0)
      await this.#orders.updateMany({ _id: { $in: found.map(({ _id }) => _id) }, ...filter }, update);
    return found.length;
  }

  /** The pickup points that a consolidation has orders of. */
  async pickupPointsOf(consolidationId: ConsolidationId): Promise<PickupPointId[]> {
    const found = await this.#orders
      .aggregate<{ _id: PickupPointId }>([
        { $match: { consolidationId } },
        { $group: { _id: '$pickupPointId' } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** The orders of one pickup point in a consolidation. */
  async *ofStop(consolidationId: ConsolidationId, pickupPointId: PickupPointId): AsyncGenerator<Order> {
    const found = this.#orders
      .find({ consolidationId, pickupPointId }, { projection: { outbox: 0 }, batchSize: 500 })
      .sort({ _id: 1 })
      .hint('consolidated');
    for await (const stored of found) yield toOrder(stored);
  }

  /** Orders of a consolidation that cutoff has not decided about, by pickup point. */
  async undecided(cycleId: CycleId, limit: number): Promise<Order[]> {
    const found = await this.#orders
      .find({ cycleId, undecided: true })
      .sort({ pickupPointId: 1 })
      .limit(limit)
      .toArray();
    return found.map(toOrder);
  }

  /** Orders that are in a consolidation at this moment. */
  async inConsolidation(consolidationId: ConsolidationId, limit: number): Promise<Order[]> {
    const found = await this.#orders.find({ consolidationId }).hint('consolidated').limit(limit).toArray();
    return found.map(toOrder);
  }

  countInConsolidation(consolidationId: ConsolidationId): Promise<number> {
    return this.#orders.countDocuments({ consolidationId }, { hint: 'consolidated' });
  }

  /** Whether an order of the consolidation has left the warehouse. */
  async hasDeparted(consolidationId: ConsolidationId): Promise<boolean> {
    const found = await this.#orders.findOne(
      { consolidationId, status: { $in: [...statusesFrom('in_transit')] } },
      { projection: { _id: 1 }, hint: 'consolidated' },
    );
    return found !== null;
  }

  /** Whether goods of the consolidation are still to leave the warehouse. */
  async isWaiting(consolidationId: ConsolidationId): Promise<boolean> {
    const found = await this.#orders.findOne(
      { consolidationId, status: { $in: [...transitions.depart.from] } },
      { projection: { _id: 1 }, hint: 'consolidated' },
    );
    return found !== null;
  }

  /** Consolidations whose lists have goods that do not come any more. */
  async outdatedLists(): Promise<{ consolidationId: ConsolidationId; cycleId: CycleId }[]> {
    const found = await this.#orders
      .aggregate<{ _id: { consolidationId: ConsolidationId; cycleId: CycleId } }>([
        { $match: { outdatedLists: { $exists: true } } },
        { $group: { _id: { consolidationId: '$outdatedLists', cycleId: '$cycleId' } } },
      ])
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** The lists of a consolidation are of no account any more, or are being made anew. */
  async forgetOutdated(consolidationId: ConsolidationId): Promise<void> {
    await this.#orders.updateMany(
      { outdatedLists: consolidationId },
      { $unset: { outdatedLists: '' }, $inc: bookedStill },
    );
  }

  /** Orders of a cycle that ended in a full refund at cutoff. */
  countFailedAtCutoff(cycleId: CycleId): Promise<number> {
    return this.#orders.countDocuments({ cycleId, status: 'failed', 'receipt.outcome': 'refunded' });
  }

  /** Orders that became paid, or joined the consolidation, when their cycle was closed already. */
  async stragglers(cycleIds: readonly CycleId[], limit: number): Promise<Order[]> {
    const cycleId = { $in: [...cycleIds] };
    const [paid, undecided] = await Promise.all([
      this.#orders.find({ cycleId, status: 'paid' }).limit(limit).toArray(),
      this.#orders.find({ cycleId, undecided: true }).limit(limit).toArray(),
    ]);
    return [...paid, ...undecided].map(toOrder);
  }

  /** How many lines of a consolidation need their real weight. */
  async countUnweighed(consolidationId: ConsolidationId): Promise<number> {
    const [sum] = await this.#orders
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

  /** Orders with lines that need their real weight, by pickup point. */
  unweighed(consolidationId: ConsolidationId, wish: PageWish): Promise<Page<Order>> {
    return pageByKey({
      order: byPointThenId,
      wish,
      find: (beyond) =>
        this.#orders.find({ consolidationId, unweighed: { $exists: true }, ...beyond }).hint('unweighed'),
      present: toOrder,
    });
  }

  /** Orders with lines whose real weight is known, by pickup point; of one point when asked. */
  weighed(
    consolidationId: ConsolidationId,
    pickupPointId: PickupPointId | undefined,
    wish: PageWish,
  ): Promise<Page<Order>> {
    return pageByKey({
      order: byPointThenId,
      wish,
      find: (beyond) =>
        this.#orders
          .find({
            consolidationId,
            'lines.finalWeightGrams': { $exists: true },
            $and: [beyond, pickupPointId === undefined ? {} : { pickupPointId }],
          })
          .hint('weighed'),
      present: toOrder,
    });
  }
}
