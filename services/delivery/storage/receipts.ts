import {
  type AccountId,
  type CityId,
  type DiscrepancyId,
  type PickupPointId,
  type StopId,
} from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { pageByCount, type PageWish } from '#shared/kit/mongo/pages';
import { type DisputeDecision, type ReceiptDoc, type StoredDiscrepancy } from './documents';
import { type Collections } from './models';

type Concerned =
  | { readonly cityId: CityId }
  | { readonly pickupPointId: { readonly $in: readonly PickupPointId[] } }
  | { readonly courierAccountId: AccountId };

/** What leaders counted: written once, with its discrepancies, to which couriers answer once. */
export function receiptStore({ receipts }: Collections) {
  return {
    find: (stopId: StopId) => receipts.findOne({ _id: stopId }),
    findMany: (stopIds: readonly StopId[]) =>
      receipts.find({ _id: { $in: [...stopIds] } }).toArray() as Promise<ReceiptDoc[]>,
    /** A stop is received once: false when it was already. */
    async insert(receipt: ReceiptDoc): Promise<boolean> {
      try {
        await receipts.insertOne(receipt);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    listDiscrepancies: (concerned: Concerned, wish: PageWish) =>
      pageByCount(wish, (skip, limit) =>
        receipts
          .aggregate<Omit<ReceiptDoc, 'discrepancies'> & { discrepancies: StoredDiscrepancy }>([
            { $match: { ...concerned, 'discrepancies.discrepancyId': { $exists: true } } },
            { $sort: { receivedAt: -1, _id: 1 } },
            // Each has one discrepancy at least.
            { $limit: skip + limit },
            { $unwind: '$discrepancies' },
            { $skip: skip },
            { $limit: limit },
          ])
          .toArray(),
      ),
    findByDiscrepancy: (id: DiscrepancyId) => receipts.findOne({ 'discrepancies.discrepancyId': id }),
    /** The first answer stays, and only it is told: nothing when there is one already. */
    answer: (id: DiscrepancyId, answer: NonNullable<StoredDiscrepancy['answer']>, told: OutboxEvent) =>
      receipts.findOneAndUpdate(
        { discrepancies: { $elemMatch: { discrepancyId: id, answer: { $exists: false } } } },
        { $set: { 'discrepancies.$.answer': answer }, $push: { outbox: told } },
        { returnDocument: 'after' },
      ),
    /** Adds a decision after so many; nothing when somebody else has decided meanwhile. */
    decide: (
      id: DiscrepancyId,
      after: number,
      { decision, told }: { readonly decision: DisputeDecision; readonly told: OutboxEvent },
    ) =>
      receipts.findOneAndUpdate(
        { discrepancies: { $elemMatch: { discrepancyId: id, [`decisions.${after}`]: { $exists: false } } } },
        { $push: { 'discrepancies.$.decisions': decision, outbox: told } as object },
        { returnDocument: 'after' },
      ),
  };
}
