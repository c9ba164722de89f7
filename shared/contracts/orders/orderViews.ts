import { Bilingual, CityDate, ContactPhone, Grams, Instant, Text, Version } from '../common';
import { RefundCharge } from '../events/orderMoney';
import { Fulfilment, OrderStatus, RefundReason } from '../events/orders';
import {
  AccountId,
  CityId,
  ConsolidationId,
  CycleId,
  GroupOrderId,
  LineId,
  OfferId,
  OrderId,
  PickupPointId,
  ProductId,
  RefundId,
  SkuId,
} from '../ids';
import { GroupTarget, PriceTier, SoldBy, Temperature } from '../internal/catalog';
import { Money } from '../money';
import { z } from '../zod';
import { PaymentView } from './paymentViews';
import { CartAmounts, LinePrice } from './quotes';

/** Who collects: a name and a number to call. */
export const Recipient = z.strictObject({ name: Text(40), phone: ContactPhone }).meta({ id: 'Recipient' });
export type Recipient = z.infer<typeof Recipient>;

export const OrderLineView = z
  .object({
    lineId: LineId,
    offerId: OfferId,
    productId: ProductId,
    skuId: SkuId,
    title: Bilingual(80),
    pack: Bilingual(60),
    pictureUrl: z.string().optional(),
    soldBy: SoldBy,
    temperature: Temperature,
    fresh: z.boolean(),
    nominalGrams: z.int(),
    tiers: z.array(PriceTier),
    group: z.object({ target: GroupTarget, status: z.enum(['open', 'formed', 'failed']) }).optional(),
    quantity: z.object({
      ordered: z.int(),
      /** What will be delivered: less than ordered after a drop or a shortage. */
      allocated: z.int(),
      /** What the leader received for it. */
      received: z.int().optional(),
    }),
    finalWeightGrams: Grams.optional(),
    price: LinePrice,
    /** What the line costs in the end; there once it is weighed, and at once for goods sold by piece. */
    finalAmount: Money.optional(),
    refunded: Money,
    /** Why less than ordered comes. */
    dropped: z.object({ reason: RefundReason, units: z.int(), at: Instant }).optional(),
  })
  .meta({ id: 'OrderLine' });

export const RefundView = z
  .object({
    refundId: RefundId,
    amount: Money,
    deliveryFee: Money,
    reason: RefundReason,
    /** `not_charged`: the card was authorised only, so the amount was never taken. */
    way: z.enum(['not_charged', 'returned']).optional(),
    /** `due` and `requested` are under way, `pending`: the wallet takes its time, `failed`: our people look after it. */
    status: z.enum(['due', 'requested', 'pending', 'succeeded', 'failed']),
    lines: z.array(z.object({ lineId: LineId, amount: Money })),
    decidedAt: Instant,
    settledAt: Instant.optional(),
    /** Who granted it and who bears it, the last one counts: only staff read these. */
    grantedBy: AccountId.optional(),
    charges: z.array(RefundCharge.extend({ by: AccountId.optional() })).optional(),
  })
  .meta({ id: 'Refund' });
export type RefundView = z.infer<typeof RefundView>;

/** What happened at cutoff: in which consolidation the order is, or how it ended without one. */
export const CutoffReceipt = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('consolidated'), consolidationId: ConsolidationId, at: Instant }),
  z.object({ outcome: z.literal('refunded'), reason: RefundReason, at: Instant }),
  z.object({ outcome: z.literal('not_paid'), at: Instant }),
]);

export const OrderView = z
  .object({
    orderId: OrderId,
    version: Version,
    status: OrderStatus,
    accountId: AccountId,
    cityId: CityId,
    cycleId: CycleId,
    pickupPointId: PickupPointId,
    groupOrderId: GroupOrderId,
    fulfilment: Fulfilment,
    address: z.string().optional(),
    recipient: z.object({ name: z.string(), phone: z.string() }),
    /** Placed by a leader for this neighbour. */
    onBehalfOf: z.object({ name: z.string(), phone: z.string() }).optional(),
    note: z.string().optional(),
    lines: z.array(OrderLineView),
    amounts: CartAmounts,
    refunded: Money,
    payment: PaymentView,
    refunds: z.array(RefundView),
    placedAt: Instant,
    /** While it awaits payment: until when a payment can be begun or finished. */
    payBefore: Instant.optional(),
    cutoffAt: Instant,
    pickupDate: CityDate,
    /** Why it failed, for `failed`. */
    failedBecause: RefundReason.optional(),
    receipt: CutoffReceipt.optional(),
    /** When each state was reached, oldest first. */
    timeline: z.array(z.object({ status: OrderStatus, at: Instant })),
    /** What the shopper may do with it right now. */
    actions: z.array(z.enum(['pay', 'cancel', 'reorder'])),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof OrderView>;

/** An order in a list: what a card on a screen shows. */
export const OrderSummary = z
  .object({
    orderId: OrderId,
    version: Version,
    status: OrderStatus,
    accountId: AccountId,
    cityId: CityId,
    cycleId: CycleId,
    pickupPointId: PickupPointId,
    fulfilment: Fulfilment,
    recipientName: z.string(),
    phoneTail: z.string(),
    lines: z.array(
      z.object({
        lineId: LineId,
        title: Bilingual(80),
        pictureUrl: z.string().optional(),
        quantity: z.int(),
      }),
    ),
    total: Money,
    refunded: Money,
    placedAt: Instant,
    payBefore: Instant.optional(),
    pickupDate: CityDate,
    failedBecause: RefundReason.optional(),
    actions: z.array(z.enum(['pay', 'cancel', 'reorder'])),
  })
  .meta({ id: 'OrderSummary' });
