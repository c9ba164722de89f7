import { type Language } from '#shared/contracts/common';
import { type Source } from '../../domain/source';
import { findOrOpen } from '../accounts/openAccount';
import { type IdentityDeps } from '../deps';
import { provePhone } from './provePhone';
import { type SignedIn, signIn } from './signIn';

/**
 * Signs in whoever holds the phone.
 * @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED, ACCOUNT_CLOSED
 */
export async function signInWithPhone(
  deps: IdentityDeps,
  { phone, code, language = 'zh-CN' }: { phone: string; code: string; language?: Language | undefined },
  source: Source,
): Promise<SignedIn> {
  await provePhone(deps, { phone, code }, source);
  const { account, opened } = await findOrOpen(deps, { phone }, language);
  return signIn(deps, account, { opened });
}
