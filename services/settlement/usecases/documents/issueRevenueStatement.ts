import { Refused } from '#shared/kit/domainError';
import { type Document } from '../../domain/documents/document';
import { daysOf, isOver } from '../../domain/documents/period';
import { revenueAccounts, revenueStatementOf } from '../../domain/documents/revenueStatement';
import { type LedgerAccount } from '../../domain/ledger/account';
import { type SettlementDeps } from '../deps';
import { issueStatement } from './issueStatement';
import { sumOfDays } from './sumOfDays';

/** The merchant's revenue of a month. @throws {Refused} PERIOD_NOT_OVER */
export async function issueRevenueStatement(
  deps: Pick<SettlementDeps, 'documents' | 'ledger' | 'now'>,
  month: string,
): Promise<Document> {
  const days = daysOf(month);
  if (!isOver(days, deps.now())) throw new Refused('PERIOD_NOT_OVER');
  const accounts = [];
  for (const account of revenueAccounts)
    accounts.push({ account, fen: await sumOfDays(deps, account as string as LedgerAccount, days) });
  const taxes = (await deps.ledger.taxesOfDays(days)).filter(({ fen }) => fen !== 0);
  return issueStatement(deps, revenueStatementOf({ month, taxes, accounts }));
}
