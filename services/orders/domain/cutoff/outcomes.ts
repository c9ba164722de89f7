import { type Bilingual } from '#shared/contracts/common';
import { type OfferId, type SkuId } from '#shared/contracts/ids';
import { type OfferSnapshot, type OrderLine } from '../line';
import { type Order } from '../order';
import { People } from '../people';

/** What neighbours of one pickup point bought of one offer. */
export type OfferTally = {
  readonly offer: OfferSnapshot;
  /** People, each once, whoever ordered for them. */
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

type Buyer = Pick<Order, 'accountId' | 'recipient' | 'onBehalfOf'> & {
  readonly lines: readonly Pick<OrderLine, 'offer' | 'allocated'>[];
};

/** The tally of each offer over the orders of one pickup point, by what is to come; in whatever order they are added. */
export class Tally {
  readonly #offers = new Map<OfferId, { offer: OfferSnapshot; people: Set<string>; units: number }>();
  readonly #people = new People();

  add(order: Buyer): void {
    const person = this.#people.learn(order);
    for (const { offer, allocated } of order.lines) {
      // Goods that do not come count for no group (rule 17).
      if (allocated === 0) continue;
      const known = this.#offers.get(offer.offerId) ?? { offer, people: new Set(), units: 0 };
      known.people.add(person);
      known.units += allocated;
      this.#offers.set(offer.offerId, known);
    }
  }

  offers(): OfferTally[] {
    return [...this.#offers.values()].map(({ offer, people, units }) => ({
      offer,
      units,
      shoppers: this.#people.distinct(people).length,
    }));
  }
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

/** The dearest tier was charged: the cheapest that was reached is what it costs. */
const reachedFen = ({ price, tiers }: OfferSnapshot, units: number): number =>
  Math.min(
    price.amount,
    ...tiers.filter(({ fromUnits }) => units >= fromUnits).map((tier) => tier.price.amount),
  );

/** What is wanted of one Sku in the whole city, groups that failed left out. */
export type Demand = {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly units: number;
  readonly supplierMinimumUnits: number;
};

/** Of which fewer units were ordered in the whole city than their supplier delivers at least (rule 7). */
export const belowMinimum = (demands: readonly Demand[]): Demand[] =>
  demands.filter(({ units, supplierMinimumUnits }) => units > 0 && units < supplierMinimumUnits);
