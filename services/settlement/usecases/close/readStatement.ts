import { isRefusal } from '#shared/kit/client/remoteProblem';
import { type CloseWaiting } from '#shared/contracts/settlement/close';
import { type DayClose } from '../../domain/close/dayClose';
import { besidePayment, keptRow } from '../../domain/close/keptRow';
import { type SettlementDeps } from '../deps';

type Read = { readonly closingFen?: number };

/**
 * Reads the statement of a day to its end and keeps its rows, as the reading `reading`. After a crash in the middle the next one reads
 * it again: the same rows again change nothing.
 * @returns why it cannot be read yet, where it cannot
 */
export async function readStatement(
  { statements, statementRows }: Pick<SettlementDeps, 'statements' | 'statementRows'>,
  { provider, day }: Pick<DayClose, 'provider' | 'day'>,
  reading: number,
): Promise<Read | CloseWaiting> {
  for (let cursor: string | undefined; ;) {
    const page = await statements
      .readProviderStatement({ params: { provider, day }, query: { cursor } })
      .catch((error: unknown) => {
        if (isRefusal(error, 'PAYMENT_UNAVAILABLE') || isRefusal(error, 'SERVICE_UNAVAILABLE'))
          return undefined;
        throw error;
      });
    if (!page) return 'provider_away';
    if (page.state === 'waiting') return 'no_statement_yet';
    const rows = page.rows.map((row) => keptRow(row, day));
    const unnamed = rows.filter(({ key, kind }) => key.startsWith('row:') && kind === 'refund');
    await statementRows.keep(provider, reading, rows);
    if (unnamed.length > 0) {
      // The payment may stand on a page that was read before, or on this one.
      const payments = await statementRows.keysOfIntents(
        provider,
        unnamed.flatMap(({ intentId }) => intentId ?? []),
      );
      await statementRows.keep(
        provider,
        reading,
        unnamed.map((row) => besidePayment(row, payments)),
      );
    }
    if (page.nextCursor === undefined) {
      await statementRows.endReading(provider, day, reading);
      return page.closingFen === undefined ? {} : { closingFen: page.closingFen };
    }
    cursor = page.nextCursor;
  }
}
