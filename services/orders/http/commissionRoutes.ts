import { type commissionsApi } from '#shared/contracts/orders/commissions';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { getCommissionBalance } from '../usecases/commissions/getCommissionBalance';
import { getCycleBooks } from '../usecases/commissions/getCycleBooks';
import { getTrialBalance } from '../usecases/commissions/getTrialBalance';
import { listCommissionEntries } from '../usecases/commissions/listCommissionEntries';
import { rebuildLedgerBalances } from '../usecases/commissions/rebuildLedgerBalances';
import { type OrdersDeps } from '../usecases/deps';
import { presentBalance } from './presentBalance';
import { presentBooks } from './presentBooks';
import { presentEntry } from './presentEntry';
import { presentTrialBalance } from './presentTrialBalance';

/** What leaders earned, the ledger, and the books: every operation on a line or two. */
export function commissionRoutes(deps: OrdersDeps): Handlers<typeof commissionsApi> {
  return {
    getCommissionBalance: async ({ caller }) =>
      presentBalance(caller.accountId, await getCommissionBalance(deps, caller)),
    listCommissionEntries: async ({ query, caller }) =>
      presentPage(await listCommissionEntries(deps, caller, query), presentEntry),
    getTrialBalance: async () => presentTrialBalance(await getTrialBalance(deps)),
    rebuildLedgerBalances: async () => presentTrialBalance(await rebuildLedgerBalances(deps)),
    getCycleBooks: async ({ params }) => presentBooks(await getCycleBooks(deps, params.cycleId)),
  };
}
