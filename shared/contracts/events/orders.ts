import { z } from '../zod';
import { Instant, Version } from '../common';
import {
  CityId,
  ClaimId,
  ConsolidationId,
  CycleId,
  GroupOrderId,
  LineId,
  MessageId,
  OfferId,
  PickupPointId,
  RefundId,
  SkuId,
} from '../ids';
import { Money } from '../money';
import { ClaimCause, ClaimStatus } from './claimFacts';
import { orderAddress, RefundReason } from './orderFacts';
import { OrderMoney } from './orderMoney';

export { orderAddress, RefundReason } from './orderFacts';

export const orderStatuses = [
  'awaiting_payment',
  'paid',
  'consolidated',
  'in_transit',
  'ready',
  'collected',
  'closed',
  'expired',
  'cancelled',
  'failed',
] as const;
export const OrderStatus = z.enum(orderStatuses);
export type OrderStatus = z.infer<typeof OrderStatus>;

export const Fulfilment = z.enum(['pickup', 'door']);

/** What a neighbour's line looks like to the neighbours: nothing that names the person. */
const PublicLine = z.object({
  lineId: LineId,
  offerId: OfferId,
  skuId: SkuId,
  title: z.object({ zh: z.string(), en: z.string() }),
  quantity: z.int(),
});

/** Whether the goods that a refund is about come nevertheless: money and goods never drift apart (rule 17). */
export const goodsComeAfter: Readonly<Record<RefundReason, boolean>> = {
  cancelled_by_shopper: false,
  group_not_formed: false,
  tier_price_reached: true,
  weight_difference: true,
  supplier_minimum: false,
  supplier_shortage: false,
  shortage_at_handover: false,
  paid_too_late: false,
  out_of_stock_after_payment: false,
  overdue: false,
  not_delivered: false,
  granted_by_operator: true,
  line_cancelled: false,
  recalled: false,
  claim: true,
  goodwill: true,
};

const aboutClaim = { claimId: ClaimId, lineId: LineId, cause: ClaimCause, status: ClaimStatus };

export const ordersEvents = {
  /** After the money was authorised (card) or charged (wallet) and the stock became the order's own. */
  'orders.paid.v1': z.object({
    ...orderAddress,
    total: Money,
    /** How the neighbours see the buyer: a first character and nothing else. */
    initial: z.string().max(2),
    fulfilment: Fulfilment,
    lines: z.array(PublicLine),
  }),
  /** After the time to pay ran out; the stock was given back. */
  'orders.expired.v1': z.object(orderAddress),
  /** After the shopper cancelled before cutoff; the refund follows as its own event. */
  'orders.cancelled.v1': z.object({ ...orderAddress, wasPaid: z.boolean() }),
  /** After cutoff, when nothing of the order is left to deliver (group not formed, too late, dropped by the supplier). */
  'orders.failed.v1': z.object({ ...orderAddress, reason: RefundReason }),
  /** After cutoff, when the order became part of a Consolidation. */
  'orders.consolidated.v1': z.object({
    ...orderAddress,
    consolidationId: ConsolidationId,
    lines: z.array(PublicLine),
  }),
  /** After the courier left with it, at `departedAt`: what happened without a signal is told later. */
  'orders.in_transit.v1': z.object({ ...orderAddress, departedAt: Instant }),
  /** After the leader received it: the neighbour can come. Carries what is really there, and since when. */
  'orders.ready.v1': z.object({ ...orderAddress, readyAt: Instant, lines: z.array(PublicLine) }),
  /** After the goods were handed to the neighbour, at `collectedAt`. */
  'orders.collected.v1': z.object({ ...orderAddress, collectedAt: Instant }),
  /** After the claim window passed; nothing changes any more. */
  'orders.closed.v1': z.object(orderAddress),
  /** After Stripe accepted a refund; `pending` wallets' refunds are announced once. */
  'orders.refunded.v1': z.object({
    ...orderAddress,
    refundId: RefundId,
    amount: Money,
    reason: RefundReason,
    lineIds: z.array(LineId),
  }),
  /** When Stripe could not return money: an operator must act. */
  'orders.refund_failed.v1': z.object({ ...orderAddress, refundId: RefundId, amount: Money }),
  /** After somebody claimed for a line, or appealed; `waits` for a person, or it was paid at once. */
  'orders.claim_opened.v1': z.object({
    ...orderAddress,
    ...aboutClaim,
    asked: Money,
    waits: z.boolean(),
  }),
  /** After a claim was decided, by a rule or by a person: what goes back for it in all. */
  'orders.claim_decided.v1': z.object({ ...orderAddress, ...aboutClaim, granted: Money }),
  /** Whenever what `OrderMoney` says of an order changed, from the moment on at which money was taken. */
  'orders.money_changed.v1': OrderMoney,

  /** Whenever a neighbour's payment or cancellation moved a GroupBuy. */
  'orders.group_buy_progressed.v1': z.object({
    offerId: OfferId,
    pickupPointId: PickupPointId,
    cityId: CityId,
    cycleId: CycleId,
    status: z.enum(['open', 'formed', 'failed']),
    shoppers: z.int(),
    units: z.int(),
    /** First characters of the latest members, newest first, at most 12. */
    initials: z.array(z.string().max(2)).max(12),
    version: Version,
  }),
  /** Whenever the totals of a GroupOrder moved. */
  'orders.group_order_changed.v1': z.object({
    groupOrderId: GroupOrderId,
    pickupPointId: PickupPointId,
    cityId: CityId,
    cycleId: CycleId,
    status: z.enum(['gathering', 'closed', 'on_the_way', 'received', 'picking_up', 'done']),
    orders: z.int(),
    shoppers: z.int(),
    total: Money,
    expectedCommission: Money,
    version: Version,
  }),
  /** When a leader wrote to the group. */
  'orders.group_message_posted.v1': z.object({
    messageId: MessageId,
    groupOrderId: GroupOrderId,
    pickupPointId: PickupPointId,
    text: z.string(),
    postedAt: Instant,
  }),
  /** When the totals of a cycle were frozen. Delivery may plan; an earlier version is void from now on. */
  'orders.consolidation_frozen.v1': z.object({
    consolidationId: ConsolidationId,
    cityId: CityId,
    cycleId: CycleId,
    pickupDate: z.string(),
    version: z.int().min(1),
    orders: z.int(),
    supersedes: ConsolidationId.optional(),
  }),
};
