import { identityApi } from '#shared/contracts/identity';
import { identityInternal } from '#shared/contracts/internal/identity';
import { type Handlers } from '#shared/kit/http/handler';
import { type IdentityDeps } from '../usecases/deps';
import { accountRoutes } from './accountRoutes';
import { internalRoutes } from './internalRoutes';
import { leaderApplicationRoutes } from './leaderApplicationRoutes';
import { meRoutes } from './meRoutes';
import { signInRoutes } from './signInRoutes';
import { wechatPayerRoutes } from './wechatPayerRoutes';

/** Everything that identity answers, to people and to services. */
export const routedApi = { ...identityApi, ...identityInternal };

export const routes = (deps: IdentityDeps): Handlers<typeof routedApi> => ({
  ...signInRoutes(deps),
  ...meRoutes(deps),
  ...wechatPayerRoutes(deps),
  ...leaderApplicationRoutes(deps),
  ...accountRoutes(deps),
  ...internalRoutes(deps),
});
