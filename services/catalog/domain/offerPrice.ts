import { type PriceTier, type SoldBy } from '#shared/contracts/internal/catalog';
import { DomainError } from '#shared/kit/domainError';
import { cny, type Money, priceOfWeight } from '#shared/kit/money';

type Sold = { readonly soldBy: SoldBy; readonly nominalGrams: number };

/** What one unit costs at `price`; a weighed one at its nominal weight. */
export const unitPrice = ({ soldBy, nominalGrams }: Sold, price: Money): Money =>
  soldBy === 'piece' ? price : cny(priceOfWeight(price.amount, nominalGrams));

/** What a price must keep to; the refusal names the one that it breaks. */
const messages = {
  tier_not_cheaper: 'A tier price must be cheaper than the price.',
  below_cost: 'This is below cost: raise the price or mark the offer as clearance.',
  strike_not_higher: 'A strike-through price must be higher than the price.',
  strike_without_history: 'A strike-through price needs a real price in the last thirty days.',
  strike_above_history:
    'A strike-through price cannot be higher than the lowest price of the last thirty days.',
} as const;
type PriceRule = keyof typeof messages;

/** A price that the law or the rules forbid; the message says which and what to do. */
export class PriceNotLawful extends DomainError {
  override readonly name = 'PriceNotLawful';
  override readonly code = 'PRICE_NOT_LAWFUL';
  override readonly details: { readonly rule: PriceRule };

  constructor(rule: PriceRule) {
    super(messages[rule]);
    this.details = { rule };
  }
}

export type Pricing = {
  readonly price: Money;
  readonly strikePrice?: Money | undefined;
  readonly tiers: readonly PriceTier[];
  readonly clearance: boolean;
};

/**
 * @param unitCost what the supplier asks for one unit.
 * @param highestStrikePrice the lowest price of the last thirty days; undefined when the Sku was not on sale then.
 * @throws PriceNotLawful
 */
export function assertLawful(
  pricing: Pricing,
  sku: Sold & { readonly unitCost: Money },
  highestStrikePrice: Money | undefined,
): void {
  const { price, strikePrice, tiers, clearance } = pricing;
  const [firstTier] = tiers;
  if (firstTier && firstTier.price.amount >= price.amount) throw new PriceNotLawful('tier_not_cheaper');
  const cheapest = tiers.at(-1)?.price ?? price;
  if (!clearance && unitPrice(sku, cheapest).amount < sku.unitCost.amount)
    throw new PriceNotLawful('below_cost');
  if (!strikePrice) return;
  if (strikePrice.amount <= price.amount) throw new PriceNotLawful('strike_not_higher');
  if (!highestStrikePrice) throw new PriceNotLawful('strike_without_history');
  if (strikePrice.amount > highestStrikePrice.amount) throw new PriceNotLawful('strike_above_history');
}
