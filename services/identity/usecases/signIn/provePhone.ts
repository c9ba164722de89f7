import { Refused } from '#shared/kit/domainError';
import { codeMatches } from '../../tokens/phoneCodes';
import { type IdentityDeps } from '../deps';

/**
 * Whether `code` is the one that was sent to `phone`. The code is spent afterwards, but for ten seconds, in which a client that
 * missed the reply may ask again.
 * @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED
 */
export async function provePhone(deps: IdentityDeps, phone: string, code: string): Promise<void> {
  const { codes, tries, now } = deps;
  if (await isDemoSignIn(deps, phone, code)) return;
  const name = `phone:${phone}`;
  if (!(await tries.take(name, now()))) throw new Refused('SIGN_IN_LOCKED');
  const hash = await codes.take(phone, now());
  if (hash === undefined || !codeMatches(hash, phone, code)) throw new Refused('SIGN_IN_CODE_WRONG');
  await codes.used(phone, hash, now());
  await tries.forget(name);
}

async function isDemoSignIn(
  { demoCode, accounts }: IdentityDeps,
  phone: string,
  code: string,
): Promise<boolean> {
  if (demoCode === undefined || code !== demoCode) return false;
  return (await accounts.by({ phone }))?.demo === true;
}
