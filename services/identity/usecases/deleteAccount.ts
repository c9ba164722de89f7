import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { tombstoneDays } from '../domain/account';
import { accessTokenSeconds } from '../tokens/accessTokens';
import { identityEvent, type Needs } from './needs';

const attempts = 5;
/** An access token's life and a minute for clocks that differ. */
const tokensLapseMs = (accessTokenSeconds + 60) * 1_000;

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
    if (await tombstones.bury(account, at, deleted(accountId, at))) {
      await clear(needs, accountId);
      return;
    }
  }
  throw new Refused('CHANGED_MEANWHILE');
}

/**
 * Finishes deletions, and removes what is left of accounts deleted long ago. An access token that was out works for some minutes yet:
 * what was done with it is cleared, and the others are told once more, when none can be left.
 */
export async function clearDeletedAccounts(needs: Needs): Promise<void> {
  const { tombstones, now } = needs;
  const lapsed = new Date(now().getTime() - tokensLapseMs);
  for (const { _id, deletedAt } of await tombstones.toClear(100)) {
    const nothingLeft = await clear(needs, _id);
    if (nothingLeft && deletedAt <= lapsed) await tombstones.cleared(_id, deleted(_id, now()));
  }
  await tombstones.removeOlderThan(new Date(now().getTime() - tombstoneDays * 86_400_000));
}

/** @returns whether nothing is left that has to be told of first. */
async function clear({ sessions, applications }: Needs, accountId: AccountId): Promise<boolean> {
  await sessions.endAll(accountId);
  return applications.removeOf(accountId);
}

const deleted = (accountId: AccountId, now: Date) =>
  identityEvent('identity.account_deleted.v1', accountId, { accountId }, { now });
