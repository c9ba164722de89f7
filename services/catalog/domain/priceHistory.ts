import { type OfferId } from '#shared/contracts/ids';
import { type Money } from '#shared/kit/money';

/** How far back a former price counts. */
export const priceHistoryDays = 30;

export type PricePeriod = {
  readonly offerId: OfferId;
  readonly price: Money;
  readonly from: Date;
  readonly until: Date;
};

type PastOffer = {
  readonly _id: OfferId;
  readonly prices: readonly { readonly price: Money; readonly from: Date }[];
};

export const historyStart = (before: Date): Date =>
  new Date(before.getTime() - priceHistoryDays * 24 * 3600 * 1000);

/** The periods before `before` in which an offer's prices were asked for in its open cycle, oldest first. */
export function pricePeriods(
  { _id, prices }: PastOffer,
  cycle: { readonly opensAt: Date; readonly cutoffAt: Date },
  before: Date,
): PricePeriod[] {
  const start = latest(cycle.opensAt, historyStart(before));
  const end = earliest(cycle.cutoffAt, before);
  return prices
    .map(({ price, from }, at) => ({
      offerId: _id,
      price,
      from: latest(from, start),
      until: earliest(prices[at + 1]?.from ?? end, end),
    }))
    .filter(({ from, until }) => from < until);
}

/** The highest price that may be struck through: the lowest one really asked. */
export const lowestPrice = (periods: readonly PricePeriod[]): Money | undefined =>
  periods.map(({ price }) => price).reduce<Money | undefined>(cheaper, undefined);

const cheaper = (one: Money | undefined, other: Money): Money =>
  one === undefined || other.amount < one.amount ? other : one;
const latest = (one: Date, other: Date): Date => (one > other ? one : other);
const earliest = (one: Date, other: Date): Date => (one < other ? one : other);
