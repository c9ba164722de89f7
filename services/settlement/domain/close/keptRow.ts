import { type StatementRow } from '#shared/contracts/internal/providerStatements';
import { type MovementKey } from './difference';

/** A row of a statement as it is kept: under the key by which it is compared. */
export type KeptRow = Omit<StatementRow, 'at'> & {
  readonly at: Date;
  readonly day: string;
  readonly key: MovementKey;
};

/** A refund is compared by itself, all else that names an order with its payment; what names nothing of ours stands alone. */
function keyOf({ refundId, orderId, payoutId, rowId, kind }: StatementRow): MovementKey {
  if (refundId !== undefined) return `refund:${refundId}`;
  if (payoutId !== undefined) return `payout:${payoutId}`;
  return orderId !== undefined && kind !== 'fee' ? `order:${orderId}` : `row:${rowId}`;
}

/** @param day whose statement tells it */
export const keptRow = (row: StatementRow, day: string): KeptRow => ({
  ...row,
  ...{ at: new Date(row.at), day, key: keyOf(row) },
});

/**
 * Money of a payment that goes back without a refund of ours (it paid no order) names only the payment: it is compared with it.
 * @param payments the payments that are known, by their names at the provider
 */
export function besidePayment(
  row: KeptRow,
  payments: ReadonlyMap<string, Pick<KeptRow, 'key' | 'orderId'>>,
): KeptRow {
  const payment =
    row.key.startsWith('row:') && row.kind === 'refund' ? payments.get(row.intentId ?? '') : undefined;
  return payment
    ? { ...row, key: payment.key, ...(payment.orderId !== undefined && { orderId: payment.orderId }) }
    : row;
}
