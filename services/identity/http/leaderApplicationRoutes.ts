import { type leaderApplicationsApi } from '#shared/contracts/identity/leaderApplications';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type IdentityDeps } from '../usecases/deps';
import { applyAsLeader } from '../usecases/leaderApplications/applyAsLeader';
import { approveLeaderApplication } from '../usecases/leaderApplications/approveLeaderApplication';
import { listLeaderApplications } from '../usecases/leaderApplications/listLeaderApplications';
import { listMyApplications } from '../usecases/leaderApplications/listMyApplications';
import { rejectLeaderApplication } from '../usecases/leaderApplications/rejectLeaderApplication';
import { presentApplication } from './presentApplication';

export const leaderApplicationRoutes = (deps: IdentityDeps): Handlers<typeof leaderApplicationsApi> => ({
  applyAsLeader: async ({ caller, body, key }) =>
    presentApplication(await applyAsLeader(deps, key.newId('app'), caller.accountId, body)),
  listMyApplications: async ({ caller, query }) =>
    presentPage(await listMyApplications(deps, caller.accountId, query), presentApplication),
  listLeaderApplications: async ({ query }) =>
    presentPage(await listLeaderApplications(deps, query), presentApplication),
  approveLeaderApplication: async ({ caller, params, body }) =>
    presentApplication(
      await approveLeaderApplication(deps, params.applicationId, { ...body, by: caller.accountId }),
    ),
  rejectLeaderApplication: async ({ caller, params, body }) =>
    presentApplication(
      await rejectLeaderApplication(deps, params.applicationId, { ...body, by: caller.accountId }),
    ),
});
