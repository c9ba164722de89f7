import { Refused } from '#shared/kit/domainError';
import { type Source } from '../../domain/source';
import { type IdentityDeps } from '../deps';
import { provePassword } from './provePassword';
import { type SignedIn, signIn } from './signIn';

/**
 * Signs in an operator. A name that nobody has takes the same work and gets the same answer as a wrong password.
 * @throws {Refused} PASSWORD_WRONG, SIGN_IN_LOCKED, ACCOUNT_CLOSED
 */
export async function signInWithPassword(
  deps: IdentityDeps,
  { username, password }: { username: string; password: string },
  source: Source,
): Promise<SignedIn> {
  const name = username.toLowerCase();
  const account = await deps.accounts.by({ username: name });
  await provePassword(deps, { name, account, password, source });
  if (!account) throw new Refused('PASSWORD_WRONG');
  return signIn(deps, account);
}
