import { Refused } from '#shared/kit/domainError';
import { type Source } from '../../domain/source';
import { codeMatches } from '../../tokens/phoneCodes';
import { type IdentityDeps } from '../deps';
import { guess } from './guess';

/**
 * Whether `code` is the one that was sent to `phone`. The code is spent afterwards, but for ten seconds, in which a client that
 * missed the reply may ask again.
 * @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED
 */
export async function provePhone(
  deps: IdentityDeps,
  { phone, code }: { phone: string; code: string },
  source: Source,
): Promise<void> {
  if (await isDemoSignIn(deps, phone, code)) return;
  await guess(deps, { name: `phone:${phone}`, source, prove: () => proveCode(deps, phone, code, source) });
}

async function proveCode(
  { codes, now }: IdentityDeps,
  ...[phone, code, source]: [string, string, Source]
): Promise<void> {
  const hashes = await codes.take({ phone, source: source.subscriber }, now());
  const hash = hashes.find((one) => codeMatches(one, phone, code));
  if (hash === undefined) throw new Refused('SIGN_IN_CODE_WRONG');
  await codes.used(phone, hash, now());
}

async function isDemoSignIn(
  { demoCode, accounts }: IdentityDeps,
  phone: string,
  code: string,
): Promise<boolean> {
  if (demoCode === undefined || code !== demoCode) return false;
  return (await accounts.by({ phone }))?.demo === true;
}
