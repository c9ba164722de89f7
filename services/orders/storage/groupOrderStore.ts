import { type Connection, type mongo } from 'mongoose';
import { type eventCatalogue } from '#shared/contracts/events';
import { type Page } from '#shared/contracts/common';
import { type CycleId, GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { gather, type Gather } from '#shared/kit/batch/gather';
import { nativeOn } from '#shared/kit/mongo/models';
import { eventFactory, type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { groupEvents } from '../domain/groupEvents';
import { emptyGroupOrder, type GroupOrder, type GroupOrderIdentity } from '../domain/groupOrder';
import { GroupOrderModel, type StoredGroupOrder, toGroupOrder } from './groupOrderModel';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';

type GroupOrderCollection = mongo.Collection<StoredGroupOrder>;

/** A group as it was read; `marks` tells whether its orders have moved since. */
type ReadGroup = { readonly group: GroupOrder; readonly marks: number };

const event = eventFactory<typeof eventCatalogue>();

/** Group orders and the events they owe. Each write expects the version it was decided on. */
export class GroupOrderStore {
  readonly #groups: GroupOrderCollection;
  readonly #now: () => Date;
  readonly #marks: Gather<GroupOrderIdentity, undefined>;
  #onWritten: (id: GroupOrderId) => void = () => undefined;

  constructor(mongo: Connection, now: () => Date) {
    this.#groups = nativeOn(mongo, GroupOrderModel);
    this.#now = now;
    this.#marks = gather({
      name: 'mark group orders',
      maxBatch: 1_000,
      run: async (identities) => {
        await this.#writeMarks(identities);
        return identities.map(() => ({ status: 'fulfilled', value: undefined }));
      },
    });
  }

  /** @param observer told of every write that may owe events. Must not fail. */
  onWritten(observer: (id: GroupOrderId) => void): void {
    this.#onWritten = observer;
  }

  /** Says, durably, that the orders of a group have moved; makes the group when it is its first. */
  async mark(identity: GroupOrderIdentity): Promise<void> {
    await this.#marks.add(identity);
  }

  /** All groups of a cycle that still gather are to be looked at: it is over. */
  async markGathering(cycleId: CycleId): Promise<void> {
    await this.#groups.updateMany(
      { cycleId, status: 'gathering' },
      { $set: { dirty: true, markedAt: new Date(0) }, $inc: { marks: 1 } },
    );
  }

  async find(id: GroupOrderId): Promise<GroupOrder | undefined> {
    return (await this.read(id))?.group;
  }

  async read(id: GroupOrderId): Promise<ReadGroup | undefined> {
    const stored = await this.#groups.findOne({ _id: id });
    return stored ? { group: toGroupOrder(stored), marks: stored.marks } : undefined;
  }

  /** Keeps `after`, decided on `before`, with what others are to hear of it; false when it has changed meanwhile. */
  async save(before: GroupOrder, after: GroupOrder): Promise<boolean> {
    const { id, ...rest } = after;
    const outbox = this.#envelopes(before, after);
    const { matchedCount } = await this.#groups.updateOne(
      { _id: id, version: before.version },
      { $set: rest, ...(outbox.length === 0 ? {} : { $push: { outbox: { $each: outbox } } }) },
    );
    if (matchedCount === 0) return false;
    if (outbox.length > 0) this.#onWritten(id);
    return true;
  }

  /** It was summed up as of `marks`; where its orders have moved since, it stays to be summed up. */
  async clear(id: GroupOrderId, marks: number): Promise<void> {
    await this.#groups.updateOne({ _id: id, marks }, { $unset: { dirty: '', markedAt: '' } });
  }

  /** Groups whose orders moved before `markedBefore` and that nobody has summed up. */
  async dirty(markedBefore: Date, limit: number): Promise<GroupOrderId[]> {
    const found = await this.#groups
      .find({ dirty: true, markedAt: { $lte: markedBefore } }, { projection: { _id: 1 } })
      .sort({ markedAt: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** The groups of a pickup point, newest cycle first. */
  ofPickupPoint(pickupPointId: PickupPointId, wish: PageWish): Promise<Page<GroupOrder>> {
    return pageByKey({
      order: newestFirst('cutoffAt', GroupOrderId),
      wish,
      find: (beyond) => this.#groups.find({ pickupPointId, ...beyond }),
      present: toGroupOrder,
    });
  }

  /** How many group buys of a cycle came together, and how many did not. */
  async countGroupBuys(cycleId: CycleId): Promise<{ formed: number; failed: number }> {
    const found = await this.#groups
      .aggregate<{ _id: string; count: number }>([
        { $match: { cycleId, cutoff: { $exists: true } } },
        { $unwind: '$groupBuys' },
        { $group: { _id: '$groupBuys.status', count: { $sum: 1 } } },
      ])
      .toArray();
    const count = (status: string) => found.find(({ _id }) => _id === status)?.count ?? 0;
    return { formed: count('formed'), failed: count('failed') };
  }

  close(): Promise<void> {
    return this.#marks.close();
  }

  async #writeMarks(identities: readonly GroupOrderIdentity[]): Promise<void> {
    const markedAt = this.#now();
    const byId = new Map(identities.map((identity) => [identity.id, identity]));
    await this.#groups.bulkWrite(
      [...byId.values()].map((identity) => {
        const { id, ...rest } = emptyGroupOrder(identity);
        return {
          updateOne: {
            filter: { _id: id },
            update: {
              $setOnInsert: { ...rest, outbox: [] },
              $set: { dirty: true as const, markedAt },
              $inc: { marks: 1 },
            },
            upsert: true,
          },
        };
      }),
      { ordered: false },
    );
  }

  #envelopes(before: GroupOrder, after: GroupOrder): OutboxEvent[] {
    return groupEvents(before, after).map(({ type, data }, at) =>
      event(type, after.id, data as never, {
        now: this.#now(),
        id: `${type}:${after.id}:${after.version}:${at}`,
      }),
    );
  }
}
