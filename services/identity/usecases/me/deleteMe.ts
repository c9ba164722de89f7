import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { accountDeleted, clearAccount } from './clearDeletedAccounts';
import { type IdentityDeps } from '../deps';

const attempts = 5;

/**
 * Deletes an account: everything personal goes in one write, which also tells the other services. Sessions and applications follow;
 * a crash in between is made good by `clearDeletedAccounts`, which finds the account by query. Sent again it is done already.
 * @throws {Refused} OPERATOR_CANNOT_LEAVE
 */
export async function deleteMe(deps: IdentityDeps, accountId: AccountId): Promise<void> {
  const { accounts, tombstones, now } = deps;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const account = await accounts.byId(accountId);
    if (!account) return;
    if (account.roles.includes('operator')) throw new Refused('OPERATOR_CANNOT_LEAVE');
    const at = now();
    if (await tombstones.bury(account, at, accountDeleted(accountId, at))) {
      await clearAccount(deps, accountId);
      return;
    }
  }
  throw new Refused('CHANGED_MEANWHILE');
}
