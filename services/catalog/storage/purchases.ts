import { type mongo } from 'mongoose';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { type LineId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { purchaseId } from '../domain/allotment';
import { type Purchase } from '../domain/purchase';
import { type Taking } from '../domain/taking';

export type LimitedOffers = ReadonlyMap<OfferId, { readonly limit: number; readonly dropAt: Date }>;

/** Counts what each account has paid or reserved of offers with a per-shopper limit. */
export function purchaseStore(purchases: mongo.Collection<Purchase>) {
  return {
    /** Units by purchase id. */
    async units(ids: readonly string[]): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map();
      const found = await purchases.find({ _id: { $in: [...ids] } }, { projection: { units: 1 } }).toArray();
      return new Map(found.map(({ _id, units }) => [_id, units]));
    },

    /** Counts the limited offers of a taking; answers the offer whose limit stands against it. */
    async count(taking: Taking, limits: LimitedOffers): Promise<OfferId | undefined> {
      for (const offerId of taking.limited) {
        const offer = limits.get(offerId);
        if (offer && !(await countOne(taking, offerId, offer))) return offerId;
      }
      return undefined;
    },

    /** Counts no longer what a taking counted. */
    async forgetTaking(
      taken: { readonly accountId: Taking['accountId']; readonly take: string },
      offerIds: readonly OfferId[],
    ): Promise<void> {
      await forget(
        offerIds.map((offerId) => purchaseId(offerId, taken.accountId)),
        ({ take }) => take === taken.take,
        { take: taken.take },
      );
    },

    /** Counts no longer some lines of an order. */
    async forgetLines(
      { accountId, orderId }: { accountId: Taking['accountId']; orderId: OrderId },
      lines: readonly { readonly offerId: OfferId; readonly lineId: LineId }[],
    ): Promise<void> {
      for (const { offerId, lineId } of lines)
        await forget(
          [purchaseId(offerId, accountId)],
          (entry) => entry.orderId === orderId && entry.lineId === lineId,
          { orderId, lineId },
        );
    },
  };

  async function countOne(
    { orderId, accountId, take, lines }: Taking,
    offerId: OfferId,
    { limit, dropAt }: { limit: number; dropAt: Date },
  ): Promise<boolean> {
    const entries = lines
      .filter((line) => line.offerId === offerId)
      .map(({ lineId, quantity }) => ({ orderId, take, lineId, units: quantity }));
    const units = entries.reduce((total, entry) => total + entry.units, 0);
    if (units > limit) return false;
    const guard = { _id: purchaseId(offerId, accountId), units: { $lte: limit - units } };
    const counted = { $inc: { units }, $push: { entries: { $each: entries } } };
    const written = await guardedUpsert(() =>
      purchases.updateOne(
        guard,
        { ...counted, $setOnInsert: { offerId, accountId, dropAt } },
        { upsert: true },
      ),
    );
    return written !== undefined;
  }

  async function forget(
    ids: readonly string[],
    isMeant: (entry: Purchase['entries'][number]) => boolean,
    pull: Partial<Purchase['entries'][number]>,
  ): Promise<void> {
    for (const _id of ids) {
      const purchase = await purchases.findOne({ _id });
      const units = purchase?.entries.filter(isMeant).reduce((total, entry) => total + entry.units, 0) ?? 0;
      if (units > 0)
        await purchases.updateOne(
          { _id, entries: { $elemMatch: pull } },
          { $inc: { units: -units }, $pull: { entries: pull } },
        );
    }
  }
}
