import { type AccountId, type CityId, OrderId, type PickupPointId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { keyPage, type PageAsked } from './cursors';
import { type PickupCodeDoc } from './documents';
import { type Collections } from './models';

type Change = Partial<Omit<PickupCodeDoc, '_id' | 'version' | 'outbox'>>;
export type Expected = Partial<Pick<PickupCodeDoc, 'status' | 'version'>> & {
  readonly activeDigits?: string;
  readonly overdueSince?: { readonly $exists: boolean };
};
export type HandOutState = 'waiting' | 'ready' | 'overdue' | 'redeemed';

type BoardCounts = { readonly ready: number; readonly overdue: number; readonly collected: number };
const countIf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
const inState = (state: HandOutState) =>
  state === 'overdue' ? { status: 'ready', overdueSince: { $exists: true } } : { status: state };

/** One code for each order: who presents it, and what becomes of it, is decided by guarded writes. */
export function pickupCodeStore({ codes }: Collections) {
  const page = (filter: object, asked: PageAsked) =>
    keyPage<PickupCodeDoc, [OrderId]>(
      asked,
      z.tuple([OrderId]),
      ({ _id }) => [_id],
      (after, limit) =>
        codes
          .find({ ...filter, ...(after ? { _id: { $gt: after[0] } } : {}) } as object)
          .sort({ _id: 1 })
          .limit(limit)
          .toArray(),
    );
  return {
    find: (orderId: OrderId) => codes.findOne({ _id: orderId }),
    findActive: (pickupPointId: PickupPointId, digits: string) =>
      codes.findOne({ pickupPointId, activeDigits: digits }),
    findSpent: (pickupPointId: PickupPointId, digits: string) =>
      codes.findOne({ pickupPointId, spentDigits: digits }, { sort: { touchedAt: -1 } }),
    list: (pickupPointId: PickupPointId, state: HandOutState, asked: PageAsked) =>
      page({ pickupPointId, ...inState(state) }, asked),

    /** `made`: stored; `there`: the order has one; `clash`: another order of the point has these digits. */
    async insert(code: PickupCodeDoc): Promise<'made' | 'there' | 'clash'> {
      try {
        await codes.insertOne(code);
        return 'made';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await codes.findOne({ _id: code._id }, { projection: { _id: 1 } })) ? 'there' : 'clash';
      }
    },
    /** Changes it if it stands as expected; `clash` when new digits, or the key of a redemption, belong to another order of the point. */
    async change(
      orderId: OrderId,
      expected: Expected,
      { set, unset = [], event }: { set: Change; unset?: readonly (keyof Change)[]; event?: OutboxEvent },
    ): Promise<PickupCodeDoc | null | 'clash'> {
      try {
        return await codes.findOneAndUpdate(
          { _id: orderId, ...expected },
          {
            $set: set,
            $inc: { version: 1 },
            ...(unset.length > 0 ? { $unset: Object.fromEntries(unset.map((field) => [field, ''])) } : {}),
            ...(event ? { $push: { outbox: event } } : {}),
          } as object,
          { returnDocument: 'after' },
        );
      } catch (error) {
        if (isDuplicateKey(error)) return 'clash';
        throw error;
      }
    },
    /** Ready, not collected in time, and not noticed yet. */
    due: (now: Date, limit: number) =>
      codes
        .find({ status: 'ready', collectBefore: { $lte: now }, overdueSince: { $exists: false } })
        .sort({ collectBefore: 1 })
        .limit(limit)
        .toArray() as Promise<PickupCodeDoc[]>,
    /** What the board of a pickup point shows; collected ones since `since`. */
    async counts(pickupPointId: PickupPointId, since: Date): Promise<BoardCounts> {
      const [ready, overdue, collected] = await Promise.all([
        codes.countDocuments({ pickupPointId, status: 'ready' }),
        codes.countDocuments({ pickupPointId, status: 'ready', overdueSince: { $exists: true } }),
        codes.countDocuments({ pickupPointId, status: 'redeemed', touchedAt: { $gte: since } }),
      ]);
      return { ready, overdue, collected };
    },
    /** The same for every pickup point of a city at which something waits or was collected since. */
    countsOfCity: (cityId: CityId, since: Date) =>
      codes
        .aggregate<BoardCounts & { _id: PickupPointId }>([
          {
            $match: {
              $or: [
                { cityId, status: 'ready' },
                { cityId, status: 'redeemed', touchedAt: { $gte: since } },
              ],
            },
          },
          {
            $group: {
              _id: '$pickupPointId',
              ready: countIf({ $eq: ['$status', 'ready'] }),
              overdue: countIf({ $and: [{ $eq: ['$status', 'ready'] }, '$overdueSince'] }),
              collected: countIf({ $eq: ['$status', 'redeemed'] }),
            },
          },
          { $sort: { _id: 1 } },
          { $limit: 2_000 },
        ])
        .toArray(),
    /** Takes the person out of what is kept for the books. */
    forget: (accountId: AccountId) =>
      codes.updateMany(
        { accountId },
        {
          $set: { 'handOut.recipientName': '–', 'handOut.phoneTail': '' },
          $unset: { 'handOut.address': '', 'proxy.name': '', 'redeemed.proxyName': '' },
        },
      ),
  };
}
