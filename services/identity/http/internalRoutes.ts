import { type identityInternal } from '#shared/contracts/internal/identity';
import { type Handlers } from '#shared/kit/http/handler';
import { type IdentityDeps } from '../usecases/deps';
import { getSigningKeys } from '../usecases/internal/getSigningKeys';
import { lookUpAccounts } from '../usecases/internal/lookUpAccounts';
import { presentAccountCard } from './presentAccountCard';

export const internalRoutes = (deps: IdentityDeps): Handlers<typeof identityInternal> => ({
  getSigningKeys: async () => ({ keys: (await getSigningKeys(deps)).keys.map((key) => ({ ...key })) }),
  lookUpAccounts: async ({ body }) => ({
    accounts: (await lookUpAccounts(deps, body.accountIds)).map(presentAccountCard),
  }),
});
