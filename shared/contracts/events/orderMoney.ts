import { Bilingual, Instant } from '../common';
import { AccountId, CategoryId, LineId, PaymentId, RefundId, SkuId, SupplierId } from '../ids';
import { Money } from '../money';
import { PaymentMethod, PaymentProviderName } from '../orders/paymentViews';
import { z } from '../zod';
import { ChargeCause, orderAddress, Payer, RefundReason } from './orderFacts';

/** Who was named to bear a refund, how much of it, and why. */
export const RefundCharge = z.object({
  payer: Payer,
  /** Of a leader or courier. */
  accountId: AccountId.optional(),
  supplierId: SupplierId.optional(),
  amount: Money,
  because: ChargeCause,
  at: Instant,
});

/**
 * The whole money of one order as it stands at `version`; a later version replaces an earlier one. There is one only when money was
 * taken. What was never charged is missing from `taken`, `deliveryFee` and `refunds`: these are what a provider took and is to return.
 */
export const OrderMoney = z.object({
  ...orderAddress,
  payment: z.object({
    provider: PaymentProviderName,
    method: PaymentMethod,
    paymentId: PaymentId,
    /** The payment's name at the provider. */
    intentId: z.string(),
    captured: Money,
    capturedAt: Instant,
  }),
  deliveryFee: Money,
  /** Tax in the fee, as `taxBasisPoints` of a line. */
  feeTaxBasisPoints: z.int().optional(),
  lines: z.array(
    z.object({
      lineId: LineId,
      skuId: SkuId,
      categoryId: CategoryId,
      title: Bilingual(80),
      supplierId: SupplierId,
      /** Units that were ordered. */
      quantity: z.int(),
      taken: Money,
      /** Tax in `taken`, as it was when the order was placed; absent on orders older than the table of tax rates. */
      taxBasisPoints: z.int().optional(),
      /** Which claim window it has. */
      fresh: z.boolean(),
      commissionBasisPoints: z.int(),
      /** A person looks, or looked, at a claim for it: until `decidedAt` it earns no commission. */
      claim: z.object({ openedAt: Instant, decidedAt: Instant.optional() }).optional(),
    }),
  ),
  /** In the order in which they were decided; none is ever taken back. */
  refunds: z.array(
    z.object({
      refundId: RefundId,
      reason: RefundReason,
      /** `failed`: it is still owed. A wallet's can fail days after it was returned. */
      status: z.enum(['decided', 'returned', 'failed']),
      /** Counts the tries at the provider, from 1. */
      attempt: z.int(),
      amount: Money,
      deliveryFee: Money,
      lines: z.array(z.object({ lineId: LineId, amount: Money })),
      decidedAt: Instant,
      /** When it was returned, or failed. */
      settledAt: Instant.optional(),
      providerRefundId: z.string().optional(),
      /** Who bears it, the last one counts; absent: the platform does, and nobody else ever did. */
      charges: z.array(RefundCharge).optional(),
    }),
  ),
  /** When its shopper got the goods. */
  collectedAt: Instant.optional(),
  /** Who earns commission with it, once it was collected; absent where nobody does. */
  leaderAccountId: AccountId.optional(),
});
export type OrderMoney = z.infer<typeof OrderMoney>;
