import { type AccountSum } from '../../storage/ledger/ledgerStore';
import { type SettlementDeps } from '../deps';

/** What every account of the ledger stands at; accounts of people stand together. */
export const getTrialBalance = ({ ledger }: Pick<SettlementDeps, 'ledger'>): Promise<AccountSum[]> =>
  ledger.accounts();
