import { Refused } from '#shared/kit/domainError';
import { type Account } from '../domain/account';
import { passwordMatches } from '../tokens/passwords';
import { beginSession } from './beginSession';
import { type Needs } from './needs';
import { type SignInResult } from './signInWithPhone';

/**
 * Signs in an operator. A name that nobody has takes the same work and gets the same answer as a wrong password.
 * @throws {Refused} PASSWORD_WRONG, SIGN_IN_LOCKED, ACCOUNT_CLOSED
 */
export async function signInWithPassword(
  needs: Needs,
  { username, password }: { username: string; password: string },
): Promise<SignInResult> {
  const account = await needs.accounts.by({ username: username.toLowerCase() });
  await provePassword(needs, { name: username.toLowerCase(), account, password });
  if (!account) throw new Refused('PASSWORD_WRONG');
  return { account, opened: false, tokens: await beginSession(needs, account) };
}

/** @throws {Refused} PASSWORD_WRONG, SIGN_IN_LOCKED */
export async function provePassword(
  { tries, now }: Needs,
  who: { readonly name: string; readonly account: Account | undefined; readonly password: string },
): Promise<void> {
  const name = `password:${who.name}`;
  if (!(await tries.take(name, now()))) throw new Refused('SIGN_IN_LOCKED');
  if (!(await passwordMatches(who.account?.password?.hash, who.password)))
    throw new Refused('PASSWORD_WRONG');
  await tries.forget(name);
}
