import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type eventCatalogue } from '#shared/contracts/events';
import {
  type AccountId,
  type CityId,
  ConsolidationId,
  type CycleId,
  OrderId,
  PickupPointId,
} from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { nativeOn } from '#shared/kit/mongo/models';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { type Consolidation, type ListedOrder, type StopTotals } from '../domain/consolidation';
import {
  ConsolidationModel,
  ListedOrderModel,
  type StoredConsolidation,
  StopModel,
  type StoredListed,
  type StoredStop,
} from './consolidationModels';
import { type PageWish, pageById, pageByTime } from './pages';

const event = eventFactory<typeof eventCatalogue>();

/** What lists of consolidations show: all but the lists inside. */
export type ConsolidationHead = Omit<Consolidation, 'purchaseOrders' | 'pickList'>;

/** Frozen consolidations and their lists. Nothing here changes once its consolidation is there, but for what is named so. */
export class ConsolidationStore {
  readonly collection: mongo.Collection<StoredConsolidation>;
  readonly #stops: mongo.Collection<StoredStop>;
  readonly #listed: mongo.Collection<StoredListed>;
  #onWritten: (id: ConsolidationId) => void = () => undefined;

  constructor(mongo: Connection) {
    this.collection = nativeOn(mongo, ConsolidationModel);
    this.#stops = nativeOn(mongo, StopModel);
    this.#listed = nativeOn(mongo, ListedOrderModel);
  }

  /** @param observer told when a consolidation was frozen. Must not fail. */
  onWritten(observer: (id: ConsolidationId) => void): void {
    this.#onWritten = observer;
  }

  async find(id: ConsolidationId): Promise<Consolidation | undefined> {
    const stored = await this.collection.findOne({ _id: id });
    return stored ? toConsolidation(stored) : undefined;
  }

  /** Freezes a consolidation, once: with the event that tells of it. */
  async freeze({ id, ...rest }: Consolidation): Promise<void> {
    const { cityId, cycleId, pickupDate, version, orders, supersedes, frozenAt } = rest;
    const told = event(
      'orders.consolidation_frozen.v1',
      id,
      {
        consolidationId: id,
        cityId,
        cycleId,
        pickupDate,
        version,
        orders,
        ...(supersedes === undefined ? {} : { supersedes }),
      },
      { now: frozenAt, id: `orders.consolidation_frozen.v1:${id}` },
    );
    try {
      await this.collection.insertOne({ _id: id, ...rest, outbox: [told] });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    this.#onWritten(id);
  }

  /** The one thing that is ever added to a frozen consolidation. */
  async markSuperseded(id: ConsolidationId, supersededBy: ConsolidationId): Promise<void> {
    await this.collection.updateOne(
      { _id: id, supersededBy: { $exists: false } },
      { $set: { supersededBy } },
    );
  }

  /** Consolidations of a city (of one of its cycles), newest first. */
  list(
    { cityId, cycleId }: { cityId: CityId; cycleId?: CycleId | undefined },
    wish: PageWish,
  ): Promise<Page<ConsolidationHead>> {
    return pageByTime({
      found: (older) =>
        this.collection.find(
          { cityId, ...(cycleId === undefined ? {} : { cycleId }), ...older },
          { projection: { purchaseOrders: 0, pickList: 0, outbox: 0 } },
        ),
      time: 'frozenAt',
      id: ConsolidationId,
      wish,
      present: toConsolidation,
    });
  }

  async hasStop(consolidationId: ConsolidationId, pickupPointId: PickupPointId): Promise<boolean> {
    const _id = `${consolidationId}:${pickupPointId}`;
    return (await this.#stops.findOne({ _id }, { projection: { _id: 1 } })) !== null;
  }

  /** Writes part of the pickup list; written again it is the same. */
  async putListed(orders: readonly ListedOrder[]): Promise<void> {
    if (orders.length === 0) return;
    await this.#listed.bulkWrite(
      orders.map((order) => ({
        replaceOne: {
          filter: { _id: `${order.consolidationId}:${order.orderId}` },
          replacement: order,
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }

  async putStop(stop: StopTotals): Promise<void> {
    const _id = `${stop.consolidationId}:${stop.pickupPointId}`;
    await this.#stops.replaceOne({ _id }, stop, { upsert: true });
  }

  /** Throws away the lists of a consolidation that is not frozen yet. */
  async clearLists(consolidationId: ConsolidationId): Promise<void> {
    await this.#listed.deleteMany({ consolidationId });
    await this.#stops.deleteMany({ consolidationId });
  }

  async *eachStop(consolidationId: ConsolidationId): AsyncGenerator<StopTotals> {
    yield* this.#stops.find({ consolidationId }, { batchSize: 100 }).sort({ pickupPointId: 1 });
  }

  /** By pickup point. */
  stops(consolidationId: ConsolidationId, wish: PageWish): Promise<Page<StopTotals>> {
    return pageById<StoredStop, [PickupPointId]>({
      key: z.tuple([PickupPointId]),
      keyOf: ({ pickupPointId }) => [pickupPointId],
      found: (after) =>
        this.#stops
          .find({ consolidationId, ...(after ? { pickupPointId: { $gt: after[0] } } : {}) })
          .sort({ pickupPointId: 1 }),
      wish,
    });
  }

  /** By pickup point, then by order. */
  async pickupList(
    consolidationId: ConsolidationId,
    pickupPointId: PickupPointId | undefined,
    wish: PageWish,
  ): Promise<Page<ListedOrder>> {
    return pageById<StoredListed, [PickupPointId, OrderId]>({
      key: z.tuple([PickupPointId, OrderId]),
      keyOf: (item) => [item.pickupPointId, item.orderId],
      found: (after) => {
        const rest = after ? beyond(...after) : {};
        return this.#listed
          .find({ consolidationId, ...(pickupPointId === undefined ? {} : { pickupPointId }), ...rest })
          .sort({ pickupPointId: 1, orderId: 1 });
      },
      wish,
    });
  }

  /** Makes the lists anonymous where they name a person who left: the one exception to being frozen. */
  async forgetAccount(accountId: AccountId): Promise<void> {
    await this.#listed.updateMany(
      { accountId },
      { $set: { recipientName: '—', phoneTail: '' }, $unset: { note: '', address: '' } },
    );
  }
}

const beyond = (pickupPointId: PickupPointId, orderId: OrderId): mongo.Filter<StoredListed> => ({
  $or: [{ pickupPointId: { $gt: pickupPointId } }, { pickupPointId, orderId: { $gt: orderId } }],
});

function toConsolidation({ _id, outbox: _outbox, ...rest }: StoredConsolidation): Consolidation {
  return { ...rest, id: _id };
}
