import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { tombstoneDays } from '../domain/account';
import { identityEvent, type Needs } from './needs';

const attempts = 5;

/**
 * Deletes an account: everything personal goes in one write, which also tells the other services. Sessions and applications follow;
 * a crash in between is made good by `clearDeletedAccounts`, which finds the account by query. Sent again it is done already.
 * @throws {Refused} OPERATOR_CANNOT_LEAVE
 */
export async function deleteAccount(needs: Needs, accountId: AccountId): Promise<void> {
  const { accounts, tombstones, now } = needs;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const account = await accounts.byId(accountId);
    if (!account) return;
    if (account.roles.includes('operator')) throw new Refused('OPERATOR_CANNOT_LEAVE');
    const at = now();
    const event = identityEvent('identity.account_deleted.v1', accountId, { accountId }, { now: at });
    if (await tombstones.bury(account, at, event)) {
      await clear(needs, accountId);
      return;
    }
  }
  throw new Refused('CHANGED_MEANWHILE');
}

/** Finishes deletions that were interrupted, and removes what is left of accounts deleted long ago. */
export async function clearDeletedAccounts(needs: Needs): Promise<void> {
  const { tombstones, now } = needs;
  for (const accountId of await tombstones.toClear(100)) await clear(needs, accountId);
  await tombstones.removeOlderThan(new Date(now().getTime() - tombstoneDays * 86_400_000));
}

async function clear({ sessions, applications, tombstones }: Needs, accountId: AccountId): Promise<void> {
  await sessions.endAll(accountId);
  if (await applications.removeOf(accountId)) await tombstones.cleared(accountId);
}
