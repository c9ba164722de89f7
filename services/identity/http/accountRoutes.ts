import { type accountsApi } from '#shared/contracts/identity/accounts';
import { AccountId } from '#shared/contracts/ids';
import { type identityInternal } from '#shared/contracts/internal/identity';
import { found } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { searchAccounts } from '../storage/accountSearch';
import { closeAccount, reopenAccount } from '../usecases/closeAccount';
import { createCourier, createOperator } from '../usecases/createStaff';
import { endSessions } from '../usecases/endSessions';
import { type Needs } from '../usecases/needs';
import { grantRole, revokeRole } from '../usecases/roles';
import { pageOf, readCursor } from './cursor';
import { presentCard, presentRecord } from './present';

export function accountRoutes(needs: Needs): Handlers<typeof accountsApi> {
  const { accounts } = needs;
  return {
    listAccounts({ query: { cursor, limit, search, role } }) {
      const after = readCursor(cursor, AccountId);
      return pageOf({
        limit,
        read: (count) => searchAccounts(accounts.collection, { search, role, after, limit: count }),
        present: presentRecord,
        placeOf: ({ openedAt, _id }) => ({ at: openedAt, id: _id }),
      });
    },
    getAccount: async ({ params }) => presentRecord(found(await accounts.byId(params.accountId))),
    grantRole: async ({ params }) => presentRecord(await grantRole(needs, params.accountId, params.role)),
    revokeRole: async ({ params: { accountId, role }, caller }) =>
      presentRecord(await revokeRole(needs, accountId, { role, by: caller.accountId })),
    createOperator: async ({ body, key }) =>
      presentRecord(await createOperator(needs, key.newId('acc'), body)),
    createCourier: async ({ body }) => presentRecord(await createCourier(needs, body)),
    endSessions: async ({ params }) => ({ sessionsEnded: await endSessions(needs, params.accountId) }),
    closeAccount: async ({ params, caller }) =>
      presentRecord(await closeAccount(needs, params.accountId, caller.accountId)),
    reopenAccount: async ({ params }) => presentRecord(await reopenAccount(needs, params.accountId)),
  };
}

export const internalRoutes = (needs: Needs): Handlers<typeof identityInternal> => ({
  getSigningKeys: async () => ({ keys: (await needs.keys.publicKeys()).keys.map((key) => ({ ...key })) }),
  lookUpAccounts: async ({ body }) => ({
    accounts: (await needs.accounts.byIds(body.accountIds)).map(presentCard),
  }),
});
