import { type OrdersDeps } from '../deps';
import { type AccountBalance, getTrialBalance } from './getTrialBalance';

/** Adds all balances up anew from the entries of the ledger. */
export async function rebuildLedgerBalances(deps: Pick<OrdersDeps, 'ledger'>): Promise<AccountBalance[]> {
  await deps.ledger.rebuild();
  return getTrialBalance(deps);
}
