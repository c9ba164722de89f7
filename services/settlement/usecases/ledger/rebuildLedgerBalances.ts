import { type AccountSum } from '../../storage/ledger/ledgerStore';
import { type SettlementDeps } from '../deps';
import { getTrialBalance } from './getTrialBalance';

/** Adds all balances up anew from the entries of the ledger. */
export async function rebuildLedgerBalances(deps: Pick<SettlementDeps, 'ledger'>): Promise<AccountSum[]> {
  await deps.ledger.compareSums({ mend: true });
  return getTrialBalance(deps);
}
