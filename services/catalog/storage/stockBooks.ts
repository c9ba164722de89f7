import { type mongo } from 'mongoose';
import { type CycleId, type OfferId, SkuId } from '#shared/contracts/ids';
import { type Bilingual, type Page } from '#shared/contracts/common';
import { byId, byNumber, type ListOrder, pageOfRead, type PageWish } from '#shared/kit/mongo/pages';
import { type Offer } from '../domain/offer';

type Figures = {
  readonly initial: number;
  readonly adjusted: number;
  readonly available: number;
  readonly held: number;
  readonly sold: number;
  readonly difference: number;
};
type Entry = Figures & {
  readonly offerId: OfferId;
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly pack: Bilingual;
  readonly onSale: boolean;
};
/** By Sku, or what is nearly gone first. */
export type BookOrder = 'sku' | 'low';

const held = { $add: [{ $sum: '$holds.units' }, { $sum: '$holdPages.units' }] };
const difference = {
  $subtract: [{ $add: ['$initial', '$adjusted'] }, { $add: ['$available', '$sold', '$held'] }],
};
const figures = [{ $addFields: { held } }, { $addFields: { difference } }];
const orders: Readonly<Record<BookOrder, ListOrder>> = {
  sku: [byId('skuId', SkuId, 'rising')],
  low: [byNumber('available', 'rising'), byId('skuId', SkuId, 'rising')],
};
const none = { initial: 0, adjusted: 0, available: 0, held: 0, sold: 0, difference: 0, wrong: 0 };
const shown = {
  ...{ offerId: '$_id', skuId: 1, title: 1, pack: 1, onSale: 1 },
  ...Object.fromEntries(Object.keys(none).map((name) => [name, 1])),
};

/** The stock of a cycle added up by the database. */
export function stockBookStore(offers: mongo.Collection<Offer>) {
  return {
    /** `wrong` counts offers whose figures do not add up. */
    async totals(cycleId: CycleId): Promise<Figures & { wrong: number }> {
      const names = ['initial', 'adjusted', 'available', 'held', 'sold', 'difference'];
      const sums = Object.fromEntries(names.map((name) => [name, { $sum: `$${name}` }] as const));
      const [totals] = await offers
        .aggregate<Figures & { wrong: number }>([
          { $match: { cycleId } },
          ...figures,
          {
            $group: {
              _id: null,
              ...sums,
              wrong: { $sum: { $cond: [{ $eq: ['$difference', 0] }, 0, 1] } },
            },
          },
        ])
        .toArray();
      return totals ?? none;
    },

    /**
     * What is low is sorted when it is asked for: an index on units that move with each sale would cost every sale a write, and
     * a cycle has some hundred offers.
     */
    page: (cycleId: CycleId, wish: PageWish, order: BookOrder = 'sku'): Promise<Page<Entry>> =>
      pageOfRead({
        order: orders[order],
        wish,
        read: ({ beyond, sort, limit }) =>
          offers
            .aggregate<Entry>([
              { $match: { cycleId, ...beyond } },
              { $sort: sort },
              { $limit: limit },
              ...figures,
              { $project: shown },
            ])
            .toArray(),
        present: (entry) => entry,
      }),
  };
}

export type StockBookStore = ReturnType<typeof stockBookStore>;
