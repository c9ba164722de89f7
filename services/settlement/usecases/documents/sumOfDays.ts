import { type LedgerAccount } from '../../domain/ledger/account';
import { type Days } from '../../domain/documents/period';
import { type SettlementDeps } from '../deps';

/** What was added to an account on `days`, in fen. */
export async function sumOfDays(
  { ledger }: Pick<SettlementDeps, 'ledger'>,
  account: LedgerAccount,
  { from, to }: Days,
): Promise<number> {
  const days = await ledger.days(account, from, to);
  return days.reduce((sum, { fen }) => sum + fen, 0);
}
