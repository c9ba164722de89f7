import { Instant } from '../common';
import { endpoint } from '../endpoint';
import { OrderId, PaymentId, RefundId } from '../ids';
import { PaymentProviderName } from '../orders/paymentViews';
import { z } from '../zod';

/** What a row of a provider's statement is about; `other`: none of what we know, shown with the provider's words. */
export const StatementRowKind = z.enum(['payment', 'refund', 'fee', 'payout', 'other']);
export type StatementRowKind = z.infer<typeof StatementRowKind>;

/** A day of the providers' statements, from midnight to midnight in Beijing's time: `2026-11-29`. */
export const StatementDay = z.iso.date();

/** One movement of money on a provider's account. Amounts in fen; what came in is plus. */
export const StatementRow = z.object({
  rowId: z.string(),
  kind: StatementRowKind,
  /** Before the fee. */
  amountFen: z.int(),
  /** What the provider keeps for it; less than nothing where it gives some of that back. */
  feeFen: z.int(),
  at: Instant,
  intentId: z.string().optional(),
  orderId: OrderId.optional(),
  paymentId: PaymentId.optional(),
  refundId: RefundId.optional(),
  payoutId: z.string().optional(),
  words: z.string().optional(),
});
export type StatementRow = z.infer<typeof StatementRow>;

export const providerStatementsInternal = {
  listStatementProviders: endpoint({
    id: 'orders.listStatementProviders',
    service: 'orders',
    method: 'get',
    path: '/internal/provider-statements',
    access: 'internal',
    summary: 'The payment providers that this deployment is set up with, and so can be asked for statements.',
    reply: z.object({ providers: z.array(PaymentProviderName) }),
  }),
  readProviderStatement: endpoint({
    id: 'orders.readProviderStatement',
    service: 'orders',
    method: 'get',
    path: '/internal/provider-statements/:provider/:day',
    access: 'internal',
    summary:
      'One page of what a provider’s own statement says about a day that is over; `waiting` while the provider has not made it.',
    params: z.strictObject({ provider: PaymentProviderName, day: StatementDay }),
    query: z.strictObject({ cursor: z.string().max(300).optional() }),
    reply: z.object({
      state: z.enum(['waiting', 'ready']),
      rows: z.array(StatementRow),
      nextCursor: z.string().optional(),
      /** What lay with the provider at the end of the day, in fen; on the last page, where the provider tells it. */
      closingFen: z.int().optional(),
    }),
    errors: ['PAYMENT_UNAVAILABLE', 'STATEMENT_DAY_NOT_OVER'],
  }),
};
