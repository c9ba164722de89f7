import { Instant, page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CycleId, LotId, OfferId, SkuId } from '../ids';
import { GroupTarget, OfferTerms, PriceTier } from '../internal/catalog';
import { Money } from '../money';
import { z } from '../zod';
import { seenVersion } from './common';

/** An offer as operators see it. */
export const OfferRecord = OfferTerms.extend({
  /** A former price, shown struck through. */
  strikePrice: Money.optional(),
  /** Marked clearance: the one case in which a price may lie below cost. */
  clearance: z.boolean(),
  /** Higher comes first in recommended lists. */
  rank: z.int(),
  initialStock: z.int(),
  available: z.int(),
  held: z.int(),
  sold: z.int(),
}).meta({ id: 'OfferRecord' });
export type OfferRecord = z.infer<typeof OfferRecord>;

export const adjustmentReasons = ['delivery', 'spoilage', 'count', 'correction'] as const;
export const StockAdjustment = z
  .object({
    offerId: OfferId,
    /** Added to the stock; negative takes away. */
    units: z.int(),
    reason: z.enum(adjustmentReasons),
    note: z.string().optional(),
    by: AccountId,
    at: Instant,
  })
  .meta({ id: 'StockAdjustment' });

const Price = Money.refine(({ amount }) => amount >= 1, { error: 'must be at least one fen' });
/** Cheapest last: more units never cost more each. */
const Tiers = z
  .array(PriceTier)
  .max(5)
  .refine((tiers) => tiers.every((tier, at) => isCheaperThanBefore(tiers, tier, at)), {
    error: 'each tier must need more units than the one before, and be cheaper',
  });
const isCheaperThanBefore = (tiers: readonly PriceTier[], tier: PriceTier, at: number): boolean => {
  const before = tiers[at - 1];
  return !before || (tier.fromUnits > before.fromUnits && tier.price.amount < before.price.amount);
};
const Limit = z.int().min(1).max(999);
const Stock = z.int().min(0).max(10_000_000);
const BasisPoints = z.int().min(0).max(5_000);
const Rank = z.int().min(0).max(1_000_000);

const offerId = z.strictObject({ offerId: OfferId });

export const offersApi = {
  listOfferRecords: endpoint({
    id: 'catalog.listOfferRecords',
    service: 'catalog',
    method: 'get',
    path: '/cycles/:cycleId/offers',
    access: ['operator'],
    summary:
      'All offers of a cycle with their stock, withdrawn ones too; by words (Chinese, English, pinyin, initials) or by whether they are on sale.',
    params: z.strictObject({ cycleId: CycleId }),
    query: z.strictObject({
      ...pageQuery,
      q: Text(40).optional(),
      onSale: z.enum(['true', 'false']).optional(),
    }),
    reply: page(OfferRecord),
    errors: ['NOT_FOUND'],
  }),
  addOffer: endpoint({
    id: 'catalog.addOffer',
    service: 'catalog',
    method: 'post',
    path: '/offers',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Offers a Sku in a cycle that has not ended. Tier prices get cheaper as units rise; a strike-through price needs a real price history; a price below cost needs `clearance`.',
    body: z.strictObject({
      cycleId: CycleId,
      skuId: SkuId,
      price: Price,
      strikePrice: Price.optional(),
      clearance: z.boolean().default(false),
      tiers: Tiers.default([]),
      group: GroupTarget.optional(),
      limitPerShopper: Limit.optional(),
      flash: z.boolean().default(false),
      /** The city's rule when not given. */
      commissionBasisPoints: BasisPoints.optional(),
      lotId: LotId.optional(),
      rank: Rank.default(0),
      stock: Stock,
    }),
    reply: OfferRecord,
    status: 201,
    errors: ['NOT_FOUND', 'ALREADY_EXISTS', 'CYCLE_NOT_EDITABLE', 'PRICE_NOT_LAWFUL'],
    idempotency: 'stored',
  }),
  readOfferRecord: endpoint({
    id: 'catalog.readOfferRecord',
    service: 'catalog',
    method: 'get',
    path: '/offers/:offerId/record',
    access: ['operator'],
    summary: 'One offer with all that operators see of it.',
    params: offerId,
    reply: OfferRecord,
    errors: ['NOT_FOUND'],
  }),
  changeOffer: endpoint({
    id: 'catalog.changeOffer',
    service: 'catalog',
    method: 'patch',
    path: '/offers/:offerId',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Changes the terms of an offer, until its cutoff. Orders placed before keep their price. What is not named stays; null takes it away. Stock changes by adjustments.',
    params: offerId,
    body: z.strictObject({
      ...seenVersion,
      price: Price.optional(),
      strikePrice: Price.nullable().optional(),
      clearance: z.boolean().optional(),
      /** Before the cycle opens only, like `group`: neighbours count on them. */
      tiers: Tiers.optional(),
      group: GroupTarget.nullable().optional(),
      limitPerShopper: Limit.nullable().optional(),
      flash: z.boolean().optional(),
      commissionBasisPoints: BasisPoints.optional(),
      lotId: LotId.nullable().optional(),
      rank: Rank.optional(),
    }),
    reply: OfferRecord,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'CYCLE_NOT_EDITABLE', 'PRICE_NOT_LAWFUL'],
    idempotency: 'stored',
  }),
  withdrawOffer: endpoint({
    id: 'catalog.withdrawOffer',
    service: 'catalog',
    method: 'post',
    path: '/offers/:offerId/withdrawal',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Takes an offer off sale at once; orders that have it keep it.',
    params: offerId,
    reply: OfferRecord,
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  resumeOffer: endpoint({
    id: 'catalog.resumeOffer',
    service: 'catalog',
    method: 'delete',
    path: '/offers/:offerId/withdrawal',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Puts a withdrawn offer back on sale.',
    params: offerId,
    reply: OfferRecord,
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  adjustStock: endpoint({
    id: 'catalog.adjustStock',
    service: 'catalog',
    method: 'post',
    path: '/offers/:offerId/stock-adjustments',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds units to an offer or takes some that are neither held nor sold, with a reason.',
    params: offerId,
    body: z.strictObject({
      units: z
        .int()
        .min(-10_000_000)
        .max(10_000_000)
        .refine((units) => units !== 0, { error: 'must not be zero' }),
      reason: z.enum(adjustmentReasons),
      note: Text(200).optional(),
    }),
    reply: OfferRecord,
    status: 200,
    errors: ['NOT_FOUND', 'STOCK_BELOW_SOLD', 'CYCLE_NOT_EDITABLE'],
    idempotency: 'required',
  }),
  listStockAdjustments: endpoint({
    id: 'catalog.listStockAdjustments',
    service: 'catalog',
    method: 'get',
    path: '/offers/:offerId/stock-adjustments',
    access: ['operator'],
    summary: 'What was added to or taken from an offer, newest first.',
    params: offerId,
    query: z.strictObject(pageQuery),
    reply: page(StockAdjustment),
    errors: ['NOT_FOUND'],
  }),
  readPriceHistory: endpoint({
    id: 'catalog.readPriceHistory',
    service: 'catalog',
    method: 'get',
    path: '/skus/:skuId/price-history',
    access: ['operator'],
    summary:
      'The prices at which a Sku was on sale in the thirty days before a cycle opens, and the highest lawful strike-through price.',
    params: z.strictObject({ skuId: SkuId }),
    query: z.strictObject({ cycleId: CycleId }),
    reply: z.object({
      prices: z.array(z.object({ offerId: OfferId, price: Money, from: Instant, until: Instant })),
      highestStrikePrice: Money.optional(),
    }),
    errors: ['NOT_FOUND'],
  }),
};
