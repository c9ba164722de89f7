import { Bilingual, CityDate, Instant, Quantity, Text } from '../common';
import { endpoint } from '../endpoint';
import { CityId, CycleId, LineId, OfferId, PickupPointId, SkuId } from '../ids';
import { SoldBy, Temperature } from '../internal/catalog';
import { Money } from '../money';
import { z } from '../zod';

/** How the goods reach the shopper. */
export const FulfilmentWish = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pickup') }),
    /** Brought to the door for the city's published fee. The quote needs no address, the order does. */
    z.strictObject({
      kind: z.literal('door'),
      address: Text(200).optional(),
      /** The city of the address, where it is known: an order is brought to a door of its own city only. */
      cityId: CityId.optional(),
    }),
  ])
  .meta({ id: 'FulfilmentWish' });
export type FulfilmentWish = z.infer<typeof FulfilmentWish>;

const CartLine = z.strictObject({ offerId: OfferId, quantity: Quantity });
export const maxCartLines = 50;
export const CartLines = z
  .array(CartLine)
  .min(1)
  .max(maxCartLines)
  .refine((lines) => new Set(lines.map(({ offerId }) => offerId)).size === lines.length, {
    error: 'an offer may appear once: add up its quantity',
  });

/** Why an amount is what it is. */
export const PriceReason = z.enum([
  /** The offer's price times the quantity. */
  'unit_price',
  /** The dearest tier is charged; the difference comes back when the neighbours reach a cheaper one. */
  'dearest_tier_charged',
  /** Sold by weight: authorised for the upper estimate, settled for the real weight. */
  'weighed_upper_estimate',
  /** Comes only when the group forms before cutoff; otherwise all of it comes back. */
  'group_must_form',
  'discount',
]);
export type PriceReason = z.infer<typeof PriceReason>;

/** Why a line cannot be bought right now. */
export const UnavailableReason = z.enum([
  'not_on_sale',
  'other_cycle',
  'limit_exceeded',
  'cycle_not_open',
  'out_of_stock',
]);
export type UnavailableReason = z.infer<typeof UnavailableReason>;

export const LinePrice = z.object({
  /** Per unit for `piece`, per 500 g for `weight`: the dearest tier. */
  unitPrice: Money,
  discount: Money,
  /** What the line is expected to cost, net of discount: nominal weight for `weight`. */
  estimate: Money,
  /** What is authorised or charged for the line, net of discount: never more is taken for it. */
  charged: Money,
  reasons: z.array(PriceReason),
});

const AvailableLine = z.object({
  state: z.literal('available'),
  lineId: LineId,
  offerId: OfferId,
  skuId: SkuId,
  title: Bilingual(80),
  pack: Bilingual(60),
  pictureUrl: z.string().optional(),
  soldBy: SoldBy,
  temperature: Temperature,
  nominalGrams: z.int(),
  quantity: Quantity,
  price: LinePrice,
  /** Units that this account may still buy of it; absent: no limit, or nobody signed in. */
  allowance: z.int().optional(),
});
const UnavailableLine = z.object({
  state: z.literal('unavailable'),
  offerId: OfferId,
  quantity: Quantity,
  title: Bilingual(80).optional(),
  reason: UnavailableReason,
  allowance: z.int().optional(),
});
export const QuoteLine = z.discriminatedUnion('state', [AvailableLine, UnavailableLine]);

export const DeliveryFee = z.object({
  amount: Money,
  reason: z.enum(['pickup_is_free', 'published_fee', 'free_above_threshold']),
  /** What the goods must come to, after discounts, for the door to be free; absent: never free. */
  freeFrom: Money.optional(),
});

export const CartAmounts = z
  .object({
    /** What the goods are expected to cost, net of discounts. */
    goods: Money,
    deliveryFee: Money,
    discount: Money,
    /** `goods` and the fee: what the shopper will most likely pay in the end. */
    estimatedTotal: Money,
    /** What is authorised on a card, or charged to a wallet, now. The order's `expectedTotal` is compared with this. */
    total: Money,
  })
  .meta({ id: 'CartAmounts' });

export const Quote = z
  .object({
    cycleId: CycleId,
    pickupPointId: PickupPointId,
    /** Whether all of it can be ordered as it is; amounts count the available lines. */
    orderable: z.boolean(),
    lines: z.array(QuoteLine),
    deliveryFee: DeliveryFee,
    amounts: CartAmounts,
    /** Absent: enough for an order. */
    belowMinimum: z.object({ minimum: Money, missing: Money }).optional(),
    authorisation: z.object({
      amount: Money,
      reason: z.enum(['exact', 'upper_estimate_for_weighed_goods']),
      /** Percent above the nominal weight that is authorised for weighed lines. */
      weighingTolerancePercent: z.int(),
    }),
    cutoffAt: Instant,
    /** The first day on which it can be collected. */
    pickupDate: CityDate,
    /** How long stock is held for payment once the order is placed. */
    holdMinutes: z.int(),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

export const quotesApi = {
  quoteCart: endpoint({
    id: 'orders.quoteCart',
    service: 'orders',
    method: 'post',
    path: '/quotes',
    access: 'public',
    summary:
      "The price of a cart as the server sees it, with every line's reason; lines that cannot be bought are told one by one. Signed in, per-shopper limits count what was bought already.",
    body: z.strictObject({
      cycleId: CycleId,
      pickupPointId: PickupPointId,
      lines: CartLines,
      fulfilment: FulfilmentWish.default({ kind: 'pickup' }),
    }),
    reply: Quote,
    status: 200,
    errors: ['NOT_FOUND', 'PICKUP_POINT_CLOSED', 'DOOR_IN_OTHER_CITY', 'SERVICE_UNAVAILABLE'],
    idempotency: 'natural',
    limits: [{ per: 'address', max: 600, windowSeconds: 60 }],
  }),
};
