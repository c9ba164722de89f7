import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../domain/account';
import { actAsOperator, isOperator } from './actAsOperator';
import { changeAccount } from './changeAccount';
import { type Needs } from './needs';

/**
 * Closes an account and ends its sessions. A crash in between is harmless: a session of a closed account ends at its next refresh.
 * An operator's account is closed by an operator who stays.
 * @throws {Refused} NOT_FOUND, OWN_ACCOUNT, NOT_ALLOWED when `by` is no operator any more
 */
export async function closeAccount(needs: Needs, accountId: AccountId, by: AccountId): Promise<Account> {
  if (accountId === by) throw new Refused('OWN_ACCOUNT');
  const closed = await setStatus(needs, accountId, 'closed', async (account) => {
    if (isOperator(account)) await actAsOperator(needs, by);
  });
  await needs.sessions.endAll(accountId);
  return closed;
}

/** @throws {Refused} NOT_FOUND */
export const reopenAccount = (needs: Needs, accountId: AccountId): Promise<Account> =>
  setStatus(needs, accountId, 'open');

const setStatus = (
  needs: Needs,
  accountId: AccountId,
  status: Account['status'],
  makeSure?: (account: Account) => Promise<void>,
): Promise<Account> =>
  changeAccount(
    needs,
    accountId,
    (account) => (account.status === status ? undefined : { change: { status } }),
    makeSure,
  );
