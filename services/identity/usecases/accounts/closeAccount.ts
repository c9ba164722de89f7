import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { actAsOperator, isOperator } from './actAsOperator';
import { setStatus } from './setStatus';

/**
 * Closes an account and ends its sessions. A crash in between is harmless: a session of a closed account ends at its next refresh.
 * An operator's account is closed by an operator who stays.
 * @throws {Refused} NOT_FOUND, OWN_ACCOUNT, NOT_ALLOWED when `by` is no operator any more
 */
export async function closeAccount(
  deps: IdentityDeps,
  accountId: AccountId,
  by: AccountId,
): Promise<Account> {
  if (accountId === by) throw new Refused('OWN_ACCOUNT');
  const closed = await setStatus(deps, accountId, 'closed', async (account) => {
    if (isOperator(account)) await actAsOperator(deps, by);
  });
  await deps.sessions.endAll(accountId, deps.now());
  return closed;
}
