import { type commissionsApi } from '#shared/contracts/settlement/commissions';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { getCommissionBalance } from '../usecases/commissions/getCommissionBalance';
import { listCommissionEntries } from '../usecases/commissions/listCommissionEntries';
import { type SettlementDeps } from '../usecases/deps';
import { presentCommissionBalance } from './presentCommissionBalance';
import { presentCommissionEntry } from './presentCommissionEntry';

/** What leaders earned. */
export const commissionRoutes = (deps: SettlementDeps): Handlers<typeof commissionsApi> => ({
  getCommissionBalance: async ({ caller }) =>
    presentCommissionBalance(caller.accountId, await getCommissionBalance(deps, caller)),
  listCommissionEntries: async ({ query, caller }) =>
    presentPage(await listCommissionEntries(deps, caller, query), presentCommissionEntry),
});
