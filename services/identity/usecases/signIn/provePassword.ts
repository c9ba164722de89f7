import { Refused } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { passwordMatches } from '../../tokens/passwords';
import { type IdentityDeps } from '../deps';

/** @throws {Refused} PASSWORD_WRONG, SIGN_IN_LOCKED */
export async function provePassword(
  { tries, now }: IdentityDeps,
  who: { readonly name: string; readonly account: Account | undefined; readonly password: string },
): Promise<void> {
  const name = `password:${who.name}`;
  if (!(await tries.take(name, now()))) throw new Refused('SIGN_IN_LOCKED');
  if (!(await passwordMatches(who.account?.password?.hash, who.password)))
    throw new Refused('PASSWORD_WRONG');
  await tries.forget(name);
}
