import { type identityInternal } from '#shared/contracts/internal/identity';
import { type Handlers } from '#shared/kit/http/handler';
import { type IdentityDeps } from '../usecases/deps';
import { findWechatOpenid } from '../usecases/internal/findWechatOpenid';
import { getRights } from '../usecases/internal/getRights';
import { getSigningKeys } from '../usecases/internal/getSigningKeys';
import { listEndedSessions } from '../usecases/internal/listEndedSessions';
import { lookUpAccounts } from '../usecases/internal/lookUpAccounts';
import { presentAccountCard } from './presentAccountCard';
import { presentEndedSession } from './presentEndedSession';

export const internalRoutes = (deps: IdentityDeps): Handlers<typeof identityInternal> => ({
  getSigningKeys: async () => ({ keys: (await getSigningKeys(deps)).keys.map((key) => ({ ...key })) }),
  getRights: async ({ params }) => ({
    roles: [...(await getRights(deps, params.accountId, params.sessionId))],
  }),
  listEndedSessions: async ({ query }) => ({
    sessions: (await listEndedSessions(deps, new Date(query.since))).map(presentEndedSession),
  }),
  lookUpAccounts: async ({ body }) => ({
    accounts: (await lookUpAccounts(deps, body.accountIds)).map(presentAccountCard),
  }),
  async findWechatOpenid({ params, body }) {
    const openid = await findWechatOpenid(deps, params.accountId, body);
    return openid === undefined ? {} : { openid };
  },
});
