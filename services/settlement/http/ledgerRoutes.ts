import { type ledgerApi } from '#shared/contracts/settlement/ledger';
import { type Handlers } from '#shared/kit/http/handler';
import { type SettlementDeps } from '../usecases/deps';
import { getCycleLedger } from '../usecases/ledger/getCycleLedger';
import { getTrialBalance } from '../usecases/ledger/getTrialBalance';
import { rebuildLedgerBalances } from '../usecases/ledger/rebuildLedgerBalances';
import { presentCycleLedger } from './presentCycleLedger';
import { presentTrialBalance } from './presentTrialBalance';

/** What the accounts of the ledger stand at. */
export const ledgerRoutes = (deps: SettlementDeps): Handlers<typeof ledgerApi> => ({
  getTrialBalance: async () => presentTrialBalance(await getTrialBalance(deps)),
  rebuildLedgerBalances: async () => presentTrialBalance(await rebuildLedgerBalances(deps)),
  getCycleLedger: async ({ params }) => presentCycleLedger(await getCycleLedger(deps, params.cycleId)),
});
