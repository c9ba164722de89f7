import { type OfferId, type SkuId } from '#shared/contracts/ids';
import { type OfferSnapshot, type OrderLine } from '../line';
import { type Order } from '../order';

/** What neighbours of one pickup point bought of one offer. */
export type OfferTally = {
  readonly offer: OfferSnapshot;
  /** People: a leader's orders for different neighbours count as so many. */
  readonly shoppers: number;
  readonly units: number;
};

/** What cutoff decided for one offer at one pickup point. */
export type OfferOutcome = {
  readonly offerId: OfferId;
  /** Absent: the offer had no target. */
  readonly group?: 'formed' | 'failed';
  /** What everybody pays per unit (or 500 g), in fen: the cheapest tier that the units reached. */
  readonly unitFen: number;
  readonly shoppers: number;
  readonly units: number;
};

type Buyer = Pick<Order, 'accountId' | 'onBehalfOf' | 'lines'>;

/** The tally of each offer over the orders of one pickup point, by what was ordered. */
export function tally(orders: readonly Buyer[]): ReadonlyMap<OfferId, OfferTally> {
  const people = new Map<OfferId, Set<string>>();
  const tallies = new Map<OfferId, OfferTally>();
  for (const order of orders)
    for (const { offer, ordered } of order.lines) {
      const buyers = people.get(offer.offerId) ?? new Set();
      people.set(offer.offerId, buyers.add(order.onBehalfOf?.phone ?? order.accountId));
      const units = (tallies.get(offer.offerId)?.units ?? 0) + ordered;
      tallies.set(offer.offerId, { offer, units, shoppers: buyers.size });
    }
  return tallies;
}

/** Whether a group has come together, and what its members pay (rule 5). */
export function outcomeOf({ offer, shoppers, units }: OfferTally): OfferOutcome {
  const unitFen = reachedFen(offer, units);
  const outcome = { offerId: offer.offerId, unitFen, shoppers, units };
  if (!offer.group) return outcome;
  return { ...outcome, group: hasFormed(offer.group, { shoppers, units }) ? 'formed' : 'failed' };
}

export const hasFormed = (
  target: NonNullable<OfferSnapshot['group']>,
  reached: { readonly shoppers: number; readonly units: number },
): boolean => reached[target.kind] >= target.count;

const reachedFen = ({ price, tiers }: OfferSnapshot, units: number): number =>
  Math.min(
    price.amount,
    ...tiers.filter(({ fromUnits }) => units >= fromUnits).map((tier) => tier.price.amount),
  );

/** Skus of which fewer units were ordered in the whole city than their supplier delivers at least (rule 7). */
export function belowMinimum(
  demand: ReadonlyMap<SkuId, { readonly units: number; readonly supplierMinimumUnits: number }>,
): SkuId[] {
  return [...demand]
    .filter(([, { units, supplierMinimumUnits }]) => units < supplierMinimumUnits)
    .map(([skuId]) => skuId);
}

/** Whether `line` is still to be delivered once groups are decided. */
export const survives = (line: OrderLine, outcome: OfferOutcome | undefined): boolean =>
  outcome?.group !== 'failed' && line.allocated > 0;
