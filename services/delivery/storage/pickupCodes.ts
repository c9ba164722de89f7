import { type AccountId, type CityId, OrderId, type PickupPointId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { insertEach, type Inserted } from '#shared/kit/mongo/insertEach';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { byId, type ListOrder, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type PickupAction, pickupTransitions } from '../domain/lifecycle';
import { type PickupCodeDoc } from './documents';
import { type Collections } from './models';

type Change = Partial<Omit<PickupCodeDoc, '_id' | 'status' | 'version' | 'outbox'>>;
/** What must be true of a code besides its status. */
type Guard = Partial<Pick<PickupCodeDoc, 'version'>> & {
  readonly activeDigits?: string;
  readonly overdueSince?: { readonly $exists: boolean };
};
type Act = {
  readonly guard?: Guard;
  readonly set: Change;
  readonly unset?: readonly (keyof Change)[];
  readonly event?: OutboxEvent;
};
export type HandOutState = 'waiting' | 'ready' | 'overdue' | 'redeemed';

type BoardCounts = { readonly ready: number; readonly overdue: number; readonly collected: number };
const countIf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
const inState = (state: HandOutState) =>
  state === 'overdue' ? { status: 'ready', overdueSince: { $exists: true } } : { status: state };

const byOrder: ListOrder = [byId('_id', OrderId, 'rising')];

type Made = 'made' | 'there' | 'clash';
/** Codes come in floods, a cutoff's all together: what comes at the same time is written in one command. */
const atOnce = 200;
const isRefused = (one: PromiseSettledResult<Inserted>) =>
  one.status === 'fulfilled' && one.value === 'exists';
const fulfilled = <T>(value: T): PromiseFulfilledResult<T> => ({ status: 'fulfilled', value });

/** One code for each order: who presents it, and what becomes of it, is decided by guarded writes. */
export function pickupCodeStore({ codes }: Collections) {
  const made = gather<PickupCodeDoc, Made>({
    name: 'make pickup codes',
    maxBatch: atOnce,
    run: async (fresh) => {
      const inserted = await insertEach(codes, fresh);
      const refused = inserted.flatMap((one, at) => (isRefused(one) ? (fresh[at]?._id ?? []) : []));
      const there = new Set(
        refused.length === 0 ? [] : await codes.distinct('_id', { _id: { $in: refused } }),
      );
      return inserted.map((one, at) => {
        if (one.status === 'rejected') return one;
        const isThere = fresh[at] !== undefined && there.has(fresh[at]._id);
        return fulfilled(one.value === 'inserted' ? 'made' : isThere ? 'there' : 'clash');
      });
    },
  });
  const ended = gather<{ readonly orderId: OrderId; readonly now: Date }, undefined>({
    name: 'end pickup codes',
    maxBatch: atOnce,
    run: async (orders) => {
      const { from, to } = pickupTransitions.end;
      const [{ now: touchedAt } = { now: new Date(0) }] = orders;
      await codes.updateMany(
        { _id: { $in: orders.map(({ orderId }) => orderId) }, status: { $in: [...from] } },
        { $set: { status: to, touchedAt }, $unset: { activeDigits: '' }, $inc: { version: 1 } },
      );
      return orders.map(() => fulfilled(undefined));
    },
  });
  return {
    find: (orderId: OrderId) => codes.findOne({ _id: orderId }),
    findActive: (pickupPointId: PickupPointId, digits: string) =>
      codes.findOne({ pickupPointId, activeDigits: digits }),
    findSpent: (pickupPointId: PickupPointId, digits: string) =>
      codes.findOne({ pickupPointId, spentDigits: digits }, { sort: { touchedAt: -1 } }),
    list: (pickupPointId: PickupPointId, state: HandOutState, wish: PageWish) =>
      pageByKey({
        order: byOrder,
        wish,
        find: (beyond) => codes.find({ pickupPointId, ...inState(state), ...beyond } as object),
        present: (code): PickupCodeDoc => code,
      }),

    /** `made`: stored; `there`: the order has one; `clash`: another order of the point has these digits. */
    insert: (code: PickupCodeDoc): Promise<Made> => made.add(code),
    /** Nothing of the order is left to collect. One that was redeemed stays so; an order without a code needs none. */
    end: (orderId: OrderId, now: Date): Promise<undefined> => ended.add({ orderId, now }),
    /**
     * Takes a step of its life if its status allows that and `guard` holds; null when not. `clash`: new digits, or the key of a
     * redemption, belong to another order of the point.
     */
    async act(
      action: PickupAction,
      orderId: OrderId,
      { guard = {}, set, unset = [], event }: Act,
    ): Promise<PickupCodeDoc | null | 'clash'> {
      const { from, to } = pickupTransitions[action];
      try {
        return await codes.findOneAndUpdate(
          { _id: orderId, ...guard, status: { $in: [...from] } },
          {
            $set: { ...set, ...(to === 'as it was' ? {} : { status: to }) },
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
        .find({
          status: { $in: [...pickupTransitions.fallDue.from] },
          collectBefore: { $lte: now },
          overdueSince: { $exists: false },
        })
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
    async close() {
      await Promise.all([made.close(), ended.close()]);
    },
  };
}
