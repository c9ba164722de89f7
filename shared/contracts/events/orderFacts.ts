import { Instant, Version } from '../common';
import { AccountId, CityId, CycleId, GroupOrderId, OrderId, PickupPointId } from '../ids';
import { z } from '../zod';

/** What every fact about an order says: enough to address the people who follow it. */
export const orderAddress = {
  orderId: OrderId,
  accountId: AccountId,
  cityId: CityId,
  cycleId: CycleId,
  pickupPointId: PickupPointId,
  groupOrderId: GroupOrderId,
  placedAt: Instant,
  /** Rises with each change of the order; a follower that sees a gap asks again. */
  version: Version,
};

const refundReasons = [
  'cancelled_by_shopper',
  'group_not_formed',
  'tier_price_reached',
  'weight_difference',
  'supplier_minimum',
  'supplier_shortage',
  'shortage_at_handover',
  'paid_too_late',
  'out_of_stock_after_payment',
  'overdue',
  'not_delivered',
  'granted_by_operator',
  'line_cancelled',
  'recalled',
  'claim',
  'goodwill',
] as const;
export const RefundReason = z.enum(refundReasons);
export type RefundReason = z.infer<typeof RefundReason>;

/** Who bears what went back to a shopper. */
export const Payer = z.enum(['platform', 'supplier', 'courier', 'leader']);
export type Payer = z.infer<typeof Payer>;

/** What a payer was named by: a decided claim, a decided discrepancy, a recall, a shortage, or the merchant's own staff. */
export const ChargeCause = z.enum(['claim', 'dispute', 'recall', 'shortage', 'staff']);
export type ChargeCause = z.infer<typeof ChargeCause>;
