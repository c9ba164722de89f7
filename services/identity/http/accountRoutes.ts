import { type accountsApi } from '#shared/contracts/identity/accounts';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { closeAccount } from '../usecases/accounts/closeAccount';
import { createCourier } from '../usecases/accounts/createCourier';
import { createOperator } from '../usecases/accounts/createOperator';
import { endSessions } from '../usecases/accounts/endSessions';
import { getAccount } from '../usecases/accounts/getAccount';
import { grantRole } from '../usecases/accounts/grantRole';
import { listAccounts } from '../usecases/accounts/listAccounts';
import { reopenAccount } from '../usecases/accounts/reopenAccount';
import { revokeRole } from '../usecases/accounts/revokeRole';
import { type IdentityDeps } from '../usecases/deps';
import { presentAccountRecord as present } from './presentAccountRecord';

export const accountRoutes = (deps: IdentityDeps): Handlers<typeof accountsApi> => ({
  listAccounts: async ({ query }) => presentPage(await listAccounts(deps, query), present),
  getAccount: async ({ params }) => present(await getAccount(deps, params.accountId)),
  grantRole: async ({ params }) => present(await grantRole(deps, params.accountId, params.role)),
  revokeRole: async ({ params: { accountId, role }, caller }) =>
    present(await revokeRole(deps, accountId, { role, by: caller.accountId })),
  createOperator: async ({ body, key }) => present(await createOperator(deps, key.newId('acc'), body)),
  createCourier: async ({ body }) => present(await createCourier(deps, body)),
  endSessions: async ({ params }) => ({ sessionsEnded: await endSessions(deps, params.accountId) }),
  closeAccount: async ({ params, caller }) =>
    present(await closeAccount(deps, params.accountId, caller.accountId)),
  reopenAccount: async ({ params }) => present(await reopenAccount(deps, params.accountId)),
});
