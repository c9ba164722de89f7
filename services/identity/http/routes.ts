import { identityApi } from '#shared/contracts/identity';
import { identityInternal } from '#shared/contracts/internal/identity';
import { type Handlers } from '#shared/kit/http/handler';
import { type Needs } from '../usecases/needs';
import { accountRoutes, internalRoutes } from './accountRoutes';
import { applicationRoutes } from './applicationRoutes';
import { meRoutes } from './meRoutes';
import { signInRoutes } from './signInRoutes';

/** Everything that identity answers, to people and to services. */
export const routedApi = { ...identityApi, ...identityInternal };

export const routes = (needs: Needs): Handlers<typeof routedApi> => ({
  ...signInRoutes(needs),
  ...meRoutes(needs),
  ...applicationRoutes(needs),
  ...accountRoutes(needs),
  ...internalRoutes(needs),
});
