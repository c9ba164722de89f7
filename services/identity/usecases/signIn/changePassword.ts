import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { assertPasswordIsHard } from '../../domain/newPassword';
import { type Source } from '../../domain/source';
import { hashPassword } from '../../tokens/passwords';
import { changeAccount } from '../accounts/changeAccount';
import { type IdentityDeps } from '../deps';
import { provePassword } from './provePassword';
import { type SignedIn, signIn } from './signIn';

/**
 * Changes an operator's password and ends every session, so that whoever else knew the old one is out. A crash after the change
 * leaves old sessions alive: the operator, who got no reply, signs in with the new password and can sign out everywhere.
 * @throws {Refused} PASSWORD_WRONG, PASSWORD_TOO_SIMPLE, SIGN_IN_LOCKED, NOT_FOUND for an account without a password
 */
export async function changePassword(
  deps: IdentityDeps,
  accountId: AccountId,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  source: Source,
): Promise<SignedIn> {
  const account = found(await deps.accounts.byId(accountId));
  const name = found(account.username);
  await provePassword(deps, { name, account, password: currentPassword, source });
  assertPasswordIsHard(newPassword, name);
  const hash = await hashPassword(newPassword);
  const changed = await changeAccount(deps, accountId, () => ({
    change: { password: { hash, mustChange: false } },
  }));
  await deps.sessions.endAll(accountId, deps.now());
  return signIn(deps, changed);
}
