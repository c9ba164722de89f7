import type Stripe from 'stripe';
import { OrderId, PaymentId, RefundId } from '#shared/contracts/ids';
import { type StatementRowKind } from '#shared/contracts/internal/providerStatements';
import { z } from '#shared/contracts/zod';
import { type StatementPage, type StatementRow } from '../paymentProvider';
import { boundsOf } from '../statements/day';

/** What lies in another currency is on another balance of the account. */
const currency = 'cny';
const pageRows = 100;
/** So long after the end of a day nothing is booked on it any more, in ms. */
const settlesMs = 10 * 60_000;
/** Older balances would take the reading of all days since. */
const closingKnownMs = 3 * 24 * 3_600_000;

/**
 * Stripe's types of rows in our words: the one place that knows them. One that Stripe adds is shown as it is.
 * Documentation: docs.stripe.com/reports/balance-transaction-types.
 */
const kinds: ReadonlyMap<string, StatementRowKind> = new Map<string, StatementRowKind>([
  ['charge', 'payment'],
  ['payment', 'payment'],
  ['refund', 'refund'],
  ['payment_refund', 'refund'],
  ['refund_failure', 'refund'],
  ['payment_failure_refund', 'refund'],
  ['stripe_fee', 'fee'],
  ['stripe_fx_fee', 'fee'],
  ['payout', 'payout'],
  ['payout_cancel', 'payout'],
  ['payout_failure', 'payout'],
  ['transfer', 'payout'],
  ['transfer_cancel', 'payout'],
  ['transfer_failure', 'payout'],
  ['transfer_refund', 'payout'],
]);

/** What we gave the payment, the refund or the transfer along. */
const Source = z.object({
  payment_intent: z.string().nullish(),
  metadata: z
    .object({
      orderId: OrderId.optional().catch(undefined),
      paymentId: PaymentId.optional().catch(undefined),
      refundId: RefundId.optional().catch(undefined),
      payoutId: z.string().max(64).optional().catch(undefined),
    })
    .nullish(),
});

function toRow({
  id,
  type,
  amount,
  fee,
  created,
  source,
  description,
}: Stripe.BalanceTransaction): StatementRow {
  const { payment_intent: intentId, metadata } = Source.safeParse(source).data ?? {};
  const kind = kinds.get(type) ?? 'other';
  const { orderId, paymentId, refundId, payoutId } = metadata ?? {};
  return {
    ...{ rowId: id, kind, amountFen: amount, feeFen: fee, at: new Date(created * 1000) },
    ...(typeof intentId === 'string' && { intentId }),
    ...(orderId !== undefined && { orderId }),
    ...(paymentId !== undefined && { paymentId }),
    ...(refundId !== undefined && { refundId }),
    ...(payoutId !== undefined && { payoutId }),
    ...(kind === 'other' && { words: description === null ? type : `${type}: ${description}`.slice(0, 200) }),
  };
}

/**
 * A page of Stripe's balance transactions of a day. Their order is the newest first; the cursor is the last one's id.
 * Documentation: docs.stripe.com/api/balance_transactions/list.
 */
export async function readStatement(
  stripe: Stripe,
  day: string,
  cursor: string | undefined,
  now: Date,
): Promise<StatementPage> {
  const { from, until } = boundsOf(day);
  if (now.getTime() < until.getTime() + settlesMs) return { kind: 'waiting' };
  const created = { gte: from.getTime() / 1000, lt: until.getTime() / 1000 };
  const { data, has_more: more } = await stripe.balanceTransactions.list({
    ...{ created, currency, limit: pageRows, expand: ['data.source'] },
    ...(cursor === undefined ? {} : { starting_after: cursor }),
  });
  const last = data.at(-1);
  const rows = data.map(toRow);
  if (more && last) return { kind: 'page', rows, nextCursor: last.id };
  const closingFen = await closing(stripe, until, now);
  return { kind: 'page', rows, ...(closingFen !== undefined && { closingFen }) };
}

/** What lay there at the end of a day, in fen: what lies there now, less what moved since. Undefined when it is long ago, or moves just now. */
async function closing(stripe: Stripe, until: Date, now: Date): Promise<number | undefined> {
  if (now.getTime() - until.getTime() > closingKnownMs) return undefined;
  const before = await balance(stripe);
  let since = 0;
  const later = stripe.balanceTransactions.list({
    ...{ created: { gte: until.getTime() / 1000 }, currency, limit: pageRows },
  });
  for await (const { net } of later) since += net;
  return (await balance(stripe)) === before ? before - since : undefined;
}

async function balance(stripe: Stripe): Promise<number> {
  const { available, pending } = await stripe.balance.retrieve();
  return [...available, ...pending]
    .filter((part) => part.currency === currency)
    .reduce((sum, { amount }) => sum + amount, 0);
}
