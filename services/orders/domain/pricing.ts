import { type CityRules } from '#shared/contracts/cityRules';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type LineId } from '#shared/contracts/ids';
import { type PriceReason } from '#shared/contracts/orders/quotes';
import { priceOfWeight, spread } from '#shared/kit/money';
import { type LinePrice } from './line';

export type CartLine = { readonly lineId: LineId; readonly offer: OfferTerms; readonly quantity: number };
export type PricedLine = CartLine & { readonly price: LinePrice };

export type DeliveryFee = {
  readonly fen: number;
  readonly reason: 'pickup_is_free' | 'published_fee' | 'free_above_threshold';
};

/** All amounts in fen. */
export type Amounts = {
  /** What the goods are expected to cost, net of discounts. */
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly deliveryFeeFen: number;
  readonly estimatedTotalFen: number;
  /** What is authorised or charged: weighed goods count with their upper estimate. */
  readonly totalFen: number;
};

export type PricedCart = {
  readonly lines: readonly PricedLine[];
  readonly deliveryFee: DeliveryFee;
  readonly amounts: Amounts;
};

export type PricingRules = Pick<
  CityRules,
  'weighingTolerancePercent' | 'freeDeliveryThresholdFen' | 'doorDeliveryFeeFen'
>;

export type Cart = {
  readonly lines: readonly CartLine[];
  readonly fulfilment: 'pickup' | 'door';
  /** A discount on the whole cart in fen, spread over the lines; never more than the goods are expected to cost. */
  readonly discountFen?: number;
};

/** What a cart costs, and why. */
export function priceCart({ lines, fulfilment, discountFen = 0 }: Cart, rules: PricingRules): PricedCart {
  const gross = lines.map((line) => grossPrice(line, rules.weighingTolerancePercent));
  const discount = Math.min(discountFen, sum(gross.map(({ estimateFen }) => estimateFen)));
  const shares = spread(
    discount,
    gross.map(({ estimateFen }) => estimateFen),
  );
  const priced = lines.map((line, at) => ({ ...line, price: net(gross[at], shares[at] ?? 0) }));
  const goodsFen = sum(priced.map(({ price }) => price.estimateFen));
  const deliveryFee = feeFor(fulfilment, goodsFen, rules);
  return {
    lines: priced,
    deliveryFee,
    amounts: {
      goodsFen,
      discountFen: discount,
      deliveryFeeFen: deliveryFee.fen,
      estimatedTotalFen: goodsFen + deliveryFee.fen,
      totalFen: sum(priced.map(({ price }) => price.chargedFen)) + deliveryFee.fen,
    },
  };
}

/** How much, in fen, a cart lacks to be an order; 0 when it is enough. What is authorised or charged counts. */
export const missingFen = ({ amounts }: PricedCart, rules: Pick<CityRules, 'minimumOrderFen'>): number =>
  Math.max(0, rules.minimumOrderFen - amounts.totalFen);

/** The most that may be charged per unit (or 500 g): the dearest tier, in fen. */
export const dearestFen = ({ price, tiers }: Pick<OfferTerms, 'price' | 'tiers'>): number =>
  Math.max(price.amount, ...tiers.map((tier) => tier.price.amount));

/** The weight up to which a weighed line is authorised, in grams. */
export const upperGrams = (nominalGrams: number, units: number, tolerancePercent: number): number =>
  Math.ceil((nominalGrams * units * (100 + tolerancePercent)) / 100);

function grossPrice({ offer, quantity }: CartLine, tolerancePercent: number): LinePrice {
  const unitFen = dearestFen(offer);
  const weighed = offer.soldBy === 'weight';
  const estimateFen = weighed ? priceOfWeight(unitFen, offer.nominalGrams * quantity) : unitFen * quantity;
  const chargedFen = weighed
    ? priceOfWeight(unitFen, upperGrams(offer.nominalGrams, quantity, tolerancePercent))
    : estimateFen;
  const reasons: PriceReason[] = [
    offer.tiers.length > 0 ? 'dearest_tier_charged' : 'unit_price',
    ...(weighed ? (['weighed_upper_estimate'] as const) : []),
    ...(offer.group ? (['group_must_form'] as const) : []),
  ];
  return { unitFen, discountFen: 0, estimateFen, chargedFen, reasons };
}

function net(gross: LinePrice | undefined, discountFen: number): LinePrice {
  if (!gross) throw new Error('Every line has a price');
  if (discountFen === 0) return gross;
  return {
    ...gross,
    discountFen,
    estimateFen: gross.estimateFen - discountFen,
    chargedFen: gross.chargedFen - discountFen,
    reasons: [...gross.reasons, 'discount'],
  };
}

/** The threshold is tested on what the goods are expected to cost after discounts. */
function feeFor(fulfilment: Cart['fulfilment'], goodsFen: number, rules: PricingRules): DeliveryFee {
  if (fulfilment === 'pickup') return { fen: 0, reason: 'pickup_is_free' };
  const { freeDeliveryThresholdFen: threshold, doorDeliveryFeeFen: fen } = rules;
  return threshold > 0 && goodsFen >= threshold
    ? { fen: 0, reason: 'free_above_threshold' }
    : { fen, reason: 'published_fee' };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
