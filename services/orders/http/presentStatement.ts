import { type providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { type GivenReplyOf } from '#shared/contracts/endpoint';
import { type StatementPage } from '../clients/paymentProvider';

export function presentStatement(
  page: StatementPage,
): GivenReplyOf<typeof providerStatementsInternal.readProviderStatement> {
  if (page.kind === 'waiting') return { state: 'waiting', rows: [] };
  const { rows, nextCursor, closingFen } = page;
  return {
    state: 'ready',
    rows: rows.map(({ rowId, kind, amountFen, feeFen, at, ...about }) => ({
      ...{ rowId, kind, amountFen, feeFen, at: at.toISOString() },
      intentId: about.intentId,
      orderId: about.orderId,
      paymentId: about.paymentId,
      refundId: about.refundId,
      payoutId: about.payoutId,
      words: about.words,
    })),
    nextCursor,
    closingFen,
  };
}
