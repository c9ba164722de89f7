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
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { insertEach } from '#shared/kit/mongo/insertEach';
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
import { byId, newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';

const event = eventFactory<typeof eventCatalogue>();

/** What lists of consolidations show: all but the lists inside. */
export type ConsolidationHead = Omit<Consolidation, 'purchaseOrders' | 'pickList'>;

/** Frozen consolidations and their lists. Nothing here changes once its consolidation is there, but for what is named so. */
export class ConsolidationStore {
  readonly #consolidations: mongo.Collection<StoredConsolidation>;
  readonly #stops: mongo.Collection<StoredStop>;
  readonly #listed: mongo.Collection<StoredListed>;
  #onWritten: (id: ConsolidationId) => void = () => undefined;

  constructor(mongo: Connection) {
    this.#consolidations = nativeOn(mongo, ConsolidationModel);
    this.#stops = nativeOn(mongo, StopModel);
    this.#listed = nativeOn(mongo, ListedOrderModel);
  }

  /** @param observer told when a consolidation was frozen. Must not fail. */
  onWritten(observer: (id: ConsolidationId) => void): void {
    this.#onWritten = observer;
  }

  async find(id: ConsolidationId): Promise<Consolidation | undefined> {
    const stored = await this.#consolidations.findOne({ _id: id });
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
      await this.#consolidations.insertOne({ _id: id, ...rest, outbox: [told] });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    this.#onWritten(id);
  }

  /** The one thing that is ever added to a frozen consolidation. */
  async markSuperseded(id: ConsolidationId, supersededBy: ConsolidationId): Promise<void> {
    await this.#consolidations.updateOne(
      { _id: id, supersededBy: { $exists: false } },
      { $set: { supersededBy } },
    );
  }

  /** Consolidations of a city (of one of its cycles), newest first. */
  list(
    { cityId, cycleId }: { cityId: CityId; cycleId?: CycleId | undefined },
    wish: PageWish,
  ): Promise<Page<ConsolidationHead>> {
    return pageByKey({
      order: newestFirst('frozenAt', ConsolidationId),
      wish,
      find: (beyond) =>
        this.#consolidations.find(
          { cityId, ...(cycleId === undefined ? {} : { cycleId }), ...beyond },
          { projection: { purchaseOrders: 0, pickList: 0, outbox: 0 } },
        ),
      present: toConsolidation,
    });
  }

  async hasStop(consolidationId: ConsolidationId, pickupPointId: PickupPointId): Promise<boolean> {
    const _id = `${consolidationId}:${pickupPointId}`;
    return (await this.#stops.findOne({ _id }, { projection: { _id: 1 } })) !== null;
  }

  /**
   * Writes part of the pickup list; written again it is the same. Nearly always nothing of it is there yet, and one insert of
   * many costs the database a fraction of as many replacements.
   */
  async putListed(orders: readonly ListedOrder[]): Promise<void> {
    if (orders.length === 0) return;
    const rows = orders.map((order) => ({ _id: `${order.consolidationId}:${order.orderId}`, ...order }));
    const outcomes = await insertEach(this.#listed, rows);
    const there = rows.filter((_, at) => {
      const outcome = outcomes[at];
      if (outcome?.status === 'rejected') throw outcome.reason as Error;
      return outcome?.value === 'exists';
    });
    if (there.length === 0) return;
    await this.#listed.bulkWrite(
      there.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement } })),
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
    return pageByKey({
      order: [byId('pickupPointId', PickupPointId, 'rising')],
      wish,
      find: (beyond) => this.#stops.find({ consolidationId, ...beyond }),
      present: (stop): StopTotals => stop,
    });
  }

  /** By pickup point, then by order. */
  pickupList(
    consolidationId: ConsolidationId,
    pickupPointId: PickupPointId | undefined,
    wish: PageWish,
  ): Promise<Page<ListedOrder>> {
    const atPoint: mongo.Filter<StoredListed> = pickupPointId === undefined ? {} : { pickupPointId };
    return pageByKey({
      order: [byId('pickupPointId', PickupPointId, 'rising'), byId('orderId', OrderId, 'rising')],
      wish,
      find: (beyond) => this.#listed.find({ $and: [{ consolidationId }, atPoint, beyond] }),
      present: (order): ListedOrder => order,
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

function toConsolidation({ _id, outbox: _outbox, ...rest }: StoredConsolidation): Consolidation {
  return { ...rest, id: _id };
}
