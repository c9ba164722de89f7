import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { hashPassword } from '../tokens/passwords';
import { beginSession } from './beginSession';
import { changeAccount } from './changeAccount';
import { type Needs } from './needs';
import { provePassword } from './signInWithPassword';
import { type SignInResult } from './signInWithPhone';

/**
 * Changes an operator's password and ends every session, so that whoever else knew the old one is out. A crash after the change
 * leaves old sessions alive: the operator, who got no reply, signs in with the new password and can sign out everywhere.
 * @throws {Refused} PASSWORD_WRONG, SIGN_IN_LOCKED, NOT_FOUND for an account without a password
 */
export async function changePassword(
  needs: Needs,
  accountId: AccountId,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<SignInResult> {
  const account = found(await needs.accounts.byId(accountId));
  const name = found(account.username);
  await provePassword(needs, { name, account, password: currentPassword });
  const hash = await hashPassword(newPassword);
  const changed = await changeAccount(needs, accountId, () => ({
    change: { password: { hash, mustChange: false } },
  }));
  await needs.sessions.endAll(accountId);
  return { account: changed, opened: false, tokens: await beginSession(needs, changed) };
}
