import { type mongo } from 'mongoose';
import { type OrderId } from '#shared/contracts/ids';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { type Inserted, insertEach } from '#shared/kit/mongo/insertEach';
import { type Held, type Released, type ReservationRecord, type Unsettled } from '../domain/reservation';

/** Fields that only some states have: a record that leaves such a state loses them. */
const fieldsOfStates = ['unsettled', 'ended', 'returned'] as const;
const absent = (record: ReservationRecord) => fieldsOfStates.filter((name) => !(name in record));

/** Stored decisions about orders' stock. Every change names the state it expects. */
export function reservationStore(reservations: mongo.Collection<ReservationRecord>) {
  const find = (orderIds: readonly OrderId[]) =>
    reservations
      .find({ _id: { $in: [...orderIds] } }, { batchSize: orderIds.length + 1 })
      .toArray() as Promise<ReservationRecord[]>;

  return {
    async find(orderIds: readonly OrderId[]): Promise<Map<OrderId, ReservationRecord>> {
      return new Map((await find(orderIds)).map((record) => [record._id, record]));
    },

    /** The taking that each of some orders' reservations names. */
    async takes(orderIds: readonly OrderId[]): Promise<Map<OrderId, string>> {
      const found = await reservations
        .find({ _id: { $in: [...orderIds] } }, { projection: { take: 1 }, batchSize: orderIds.length + 1 })
        .toArray();
      return new Map(found.map(({ _id, take }) => [_id, take]));
    },

    async findOne(orderId: OrderId): Promise<ReservationRecord | undefined> {
      return (await find([orderId]))[0];
    },

    /** Stores new reservations; answers the orders that have one already. */
    async insert(records: readonly ReservationRecord[]): Promise<Set<OrderId>> {
      if (records.length === 0) return new Set();
      const outcomes = await insertEach(reservations, records);
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason as Error;
      return new Set(
        records
          .filter((_, at) => (outcomes[at] as { value?: Inserted }).value === 'exists')
          .map(({ _id }) => _id),
      );
    },

    /** Another try counts on the holds of a reservation; false when they were sold or given back meanwhile. */
    async join({ _id, take }: ReservationRecord, placing: string): Promise<boolean> {
      const { matchedCount } = await reservations.updateOne(
        { _id, take, status: 'held' },
        { $addToSet: { placings: placing } },
      );
      return matchedCount === 1;
    },

    /** Some tries count no longer on what is held for their orders. */
    async leave(tries: readonly { readonly orderId: OrderId; readonly placing: string }[]): Promise<void> {
      await reservations.updateMany(
        { _id: { $in: tries.map(({ orderId }) => orderId) }, status: 'held' },
        { $pull: { placings: { $in: tries.map(({ placing }) => placing) } } },
      );
    },

    /** Decides the same about many held reservations; answers those that are held as they were read (for `left`: by no try). */
    async decide(
      held: readonly ReservationRecord[],
      decision:
        { readonly status: 'confirmed' } | { readonly status: 'released'; readonly ended: Released['ended'] },
      unsettled: Unsettled,
    ): Promise<Set<OrderId>> {
      const change = decision.status === 'confirmed' ? { ...decision, returned: [] } : decision;
      const unwanted = 'ended' in decision && decision.ended === 'left' ? { placings: { $size: 0 } } : {};
      const orderIds = held.map(({ _id }) => _id);
      const takes = held.map(({ take }) => take);
      const { modifiedCount } = await reservations.updateMany(
        { _id: { $in: orderIds }, take: { $in: takes }, status: 'held', ...unwanted },
        { $set: { ...change, unsettled }, $inc: { version: 1 } },
      );
      if (modifiedCount === orderIds.length) return new Set(orderIds);
      const mine = await reservations
        .find({ _id: { $in: orderIds }, 'unsettled.by': unsettled.by }, { projection: { _id: 1 } })
        .toArray();
      return new Set(mine.map(({ _id }) => _id));
    },

    /** Puts `next` in place of the record of the version before it; false when that changed meanwhile. */
    async replace(next: ReservationRecord): Promise<boolean> {
      const { _id, outbox: _outbox, ...fields } = next;
      const { matchedCount } = await reservations.updateOne(
        { _id, version: next.version - 1 },
        { $set: fields, $unset: Object.fromEntries(absent(next).map((name) => [name, ''])) },
      );
      return matchedCount === 1;
    },

    /** Spoils every decision that somebody is about to write after reading this version. */
    async spoil({ _id, version }: ReservationRecord): Promise<boolean> {
      const { matchedCount } = await reservations.updateOne({ _id, version }, { $inc: { version: 1 } });
      return matchedCount === 1;
    },

    /** Marks decisions as known to the offers. */
    async settled(
      records: readonly ReservationRecord[],
      event?: (record: ReservationRecord) => EventEnvelope,
    ) {
      if (records.length === 0) return;
      if (!event) {
        const by = [...new Set(records.flatMap(({ unsettled }) => unsettled?.by ?? []))];
        await reservations.updateMany(
          { _id: { $in: records.map(({ _id }) => _id) }, 'unsettled.by': { $in: by } },
          { $unset: { unsettled: '' } },
        );
        return;
      }
      const updates = records.map((record): mongo.AnyBulkWriteOperation<ReservationRecord> => ({
        updateOne: {
          filter: { _id: record._id, 'unsettled.by': record.unsettled?.by ?? '' },
          update: { $unset: { unsettled: '' }, $push: { outbox: event(record) } },
        },
      }));
      await reservations.bulkWrite(updates, { ordered: false });
    },

    /** Holds that ran out before `now`, the longest due first. */
    due: (now: Date, limit: number) =>
      reservations
        .find({ status: 'held', expiresAt: { $lte: now } })
        .sort({ expiresAt: 1 })
        .limit(limit)
        .toArray() as Promise<Held[]>,

    /** When the next hold runs out. */
    async nextExpiry(): Promise<Date | undefined> {
      const options = { projection: { expiresAt: 1 }, sort: { expiresAt: 1 } } as const;
      return (await reservations.findOne({ status: 'held', expiresAt: { $gt: new Date(0) } }, options))
        ?.expiresAt;
    },

    /** Decisions that offers were not told since before `before`. */
    leftUnsettled: (before: Date, limit: number) =>
      reservations
        .find({ 'unsettled.since': { $lt: before } })
        .sort({ 'unsettled.since': 1 })
        .limit(limit)
        .toArray() as Promise<ReservationRecord[]>,
  };
}
