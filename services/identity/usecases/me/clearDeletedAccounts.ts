import { type AccountId } from '#shared/contracts/ids';
import { tombstoneDays } from '../../domain/account';
import { accessTokenSeconds } from '../../tokens/accessTokens';
import { identityEvent, type IdentityDeps } from '../deps';

/** An access token's life and a minute for clocks that differ. */
const tokensLapseMs = (accessTokenSeconds + 60) * 1_000;

/**
 * Finishes deletions, and removes what is left of accounts deleted long ago. An access token that was out works for some minutes yet:
 * what was done with it is cleared, and the others are told once more, when none can be left. Answers whether any were left.
 */
export async function clearDeletedAccounts(deps: IdentityDeps): Promise<boolean> {
  const { tombstones, now } = deps;
  const lapsed = new Date(now().getTime() - tokensLapseMs);
  const left = await tombstones.toClear(100);
  for (const { _id, deletedAt } of left) {
    const nothingLeft = await clearAccount(deps, _id);
    if (nothingLeft && deletedAt <= lapsed) await tombstones.cleared(_id, accountDeleted(_id, now()));
  }
  await tombstones.removeOlderThan(new Date(now().getTime() - tombstoneDays * 86_400_000));
  return left.length > 0;
}

/** @returns whether nothing is left that has to be told of first. */
export async function clearAccount(
  { sessions, applications, now }: IdentityDeps,
  accountId: AccountId,
): Promise<boolean> {
  await sessions.endAll(accountId, now());
  return applications.removeOf(accountId);
}

export const accountDeleted = (accountId: AccountId, now: Date) =>
  identityEvent('identity.account_deleted.v1', accountId, { accountId }, { now });
