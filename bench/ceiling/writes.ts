import { type mongo } from 'mongoose';
import { gather } from '#shared/kit/batch/gather';

export type BareLine = { readonly offerId: string; readonly quantity: number };
type BareOrder = {
  _id: string;
  state: 'pending' | 'placed' | 'paid' | 'consolidated' | 'captured';
  /** What cutoff decided. */
  receipt?: object;
  lines: BareLine[];
  body: unknown;
  at: Date;
};
/** What is written for each order at a cutoff beside it: its line in the pickup list, its pickup code. */
type BareListed = { _id: string; body: unknown };
type BareOffer = { _id: string; available: number };

const maxBatch = 200;

/**
 * The least writes that keep an order safe: insert it, take its stock, mark it placed; later mark it paid. Requests that come
 * while a commit is under way go into the next one together. No prices, no checks, no events, no tokens.
 */
export function bareWrites(db: mongo.Db) {
  const orders = db.collection<BareOrder>('bare_orders');
  const offers = db.collection<BareOffer>('bare_offers');

  async function place(batch: readonly BareOrder[]): Promise<PromiseSettledResult<void>[]> {
    await orders.insertMany([...batch], { ordered: false });
    const units = new Map<string, number>();
    for (const { offerId, quantity } of batch.flatMap(({ lines }) => lines))
      units.set(offerId, (units.get(offerId) ?? 0) + quantity);
    const take = [...units].map(([_id, wanted]) => ({
      updateOne: { filter: { _id, available: { $gte: wanted } }, update: { $inc: { available: -wanted } } },
    }));
    await offers.bulkWrite(take, { ordered: false });
    await orders.updateMany({ _id: { $in: batch.map(({ _id }) => _id) } }, { $set: { state: 'placed' } });
    return batch.map(() => ({ status: 'fulfilled', value: undefined }));
  }

  async function pay(batch: readonly string[]): Promise<PromiseSettledResult<void>[]> {
    await orders.updateMany({ _id: { $in: [...batch] }, state: 'placed' }, { $set: { state: 'paid' } });
    return batch.map(() => ({ status: 'fulfilled', value: undefined }));
  }

  const listed = db.collection<BareListed>('bare_listed');
  const codes = db.collection<BareListed>('bare_codes');

  async function* paged(state: BareOrder['state']): AsyncGenerator<BareOrder[]> {
    for (;;) {
      const page = await orders.find({ state }).limit(maxBatch).toArray();
      if (page.length === 0) return;
      yield page;
    }
  }

  /** Takes the paid orders, decides about each, and lists it. */
  async function freeze(): Promise<void> {
    for await (const page of paged('paid')) {
      const receipt = { outcome: 'consolidated', at: new Date() };
      await listed.insertMany(page.map(({ _id, body }) => ({ _id, body })));
      await orders.bulkWrite(
        page.map(({ _id }) => ({
          updateOne: {
            filter: { _id, state: 'paid' },
            update: { $set: { state: 'consolidated', receipt } },
          },
        })),
        { ordered: false },
      );
    }
  }

  /** Makes a code for each order and writes down its capture. */
  async function capture(): Promise<void> {
    for await (const page of paged('consolidated')) {
      await codes.insertMany(page.map(({ _id, body }) => ({ _id, body })));
      await orders.bulkWrite(
        page.map(({ _id }) => ({
          updateOne: { filter: { _id, state: 'consolidated' }, update: { $set: { state: 'captured' } } },
        })),
        { ordered: false },
      );
    }
  }

  const placing = gather({ name: 'bare orders', run: place, maxBatch });
  const paying = gather({ name: 'bare payments', run: pay, maxBatch });
  return {
    async stock(offerIds: readonly string[]): Promise<void> {
      await offers.insertMany(
        offerIds.map((_id) => ({ _id, available: 1_000_000_000 })),
        { ordered: false },
      );
    },
    /** Forgets earlier orders. */
    async clear(): Promise<void> {
      await orders.deleteMany({});
      await orders.createIndexes([{ key: { state: 1 } }]);
    },
    freeze,
    capture,
    place: (order: BareOrder) => placing.add(order),
    pay: (orderId: string) => paying.add(orderId),
  };
}
