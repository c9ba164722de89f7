import { type Language } from '#shared/contracts/common';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../domain/account';
import { codeMatches } from '../tokens/phoneCodes';
import { beginSession, type IssuedTokens } from './beginSession';
import { findOrOpen } from './openAccount';
import { type Needs } from './needs';

export type SignInResult = {
  readonly account: Account;
  readonly opened: boolean;
  readonly tokens: IssuedTokens;
};

/**
 * Signs in whoever holds the phone.
 * @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED, ACCOUNT_CLOSED
 */
export async function signInWithPhone(
  needs: Needs,
  { phone, code, language = 'zh-CN' }: { phone: string; code: string; language?: Language | undefined },
): Promise<SignInResult> {
  await provePhone(needs, phone, code);
  const { account, opened } = await findOrOpen(needs, { phone }, language);
  return { account, opened, tokens: await beginSession(needs, account) };
}

/**
 * Whether `code` is the one that was sent to `phone`. The code is spent afterwards, but for ten seconds, in which a client that
 * missed the reply may ask again.
 * @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED
 */
export async function provePhone(needs: Needs, phone: string, code: string): Promise<void> {
  const { codes, tries, now } = needs;
  if (await isDemoSignIn(needs, phone, code)) return;
  const name = `phone:${phone}`;
  if (!(await tries.take(name, now()))) throw new Refused('SIGN_IN_LOCKED');
  const hash = await codes.take(phone, now());
  if (hash === undefined || !codeMatches(hash, phone, code)) throw new Refused('SIGN_IN_CODE_WRONG');
  await codes.used(phone, hash, now());
  await tries.forget(name);
}

async function isDemoSignIn({ demoCode, accounts }: Needs, phone: string, code: string): Promise<boolean> {
  if (demoCode === undefined || code !== demoCode) return false;
  return (await accounts.by({ phone }))?.demo === true;
}
