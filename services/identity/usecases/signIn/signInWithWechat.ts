import { type Language } from '#shared/contracts/common';
import { type Account } from '../../domain/account';
import { findOrOpen } from '../accounts/openAccount';
import { type IdentityDeps } from '../deps';
import { type SignedIn, signIn } from './signIn';

type Codes = {
  readonly code: string;
  readonly phoneCode?: string | undefined;
  readonly language?: Language | undefined;
};

/**
 * Signs in by WeChat. A phone number that WeChat vouches for finds the person's account and is kept with it. Each step may be
 * repeated: the next sign-in links what a crash left unlinked.
 * @throws {Refused} WECHAT_CODE_REFUSED, ACCOUNT_CLOSED, SERVICE_UNAVAILABLE
 */
export async function signInWithWechat(
  deps: IdentityDeps,
  { code, phoneCode, language = 'zh-CN' }: Codes,
): Promise<SignedIn> {
  const wechatOpenid = await deps.wechat.openidOf(code);
  const phone = phoneCode === undefined ? undefined : await deps.wechat.phoneOf(phoneCode);
  const known = (await deps.accounts.by({ wechatOpenid })) ?? (await byPhone(deps, phone, wechatOpenid));
  const { account, opened } = known
    ? { account: known, opened: false }
    : await findOrOpen(deps, { wechatOpenid }, language);
  const linked = await withPhone(deps, account, phone);
  return signIn(deps, linked, { opened });
}

/** The account of this phone number, from now on known to WeChat too – unless it belongs to another WeChat user already. */
async function byPhone(
  { accounts }: IdentityDeps,
  phone: string | undefined,
  wechatOpenid: string,
): Promise<Account | undefined> {
  const account = phone === undefined ? undefined : await accounts.by({ phone });
  if (!account || account.wechatOpenid !== undefined) return undefined;
  const linked = await accounts.change(account, { wechatOpenid });
  return typeof linked === 'string' ? accounts.by({ wechatOpenid }) : linked;
}

/** A number that belongs to somebody else stays theirs: that is no reason to refuse the sign-in. */
async function withPhone(
  { accounts }: IdentityDeps,
  account: Account,
  phone: string | undefined,
): Promise<Account> {
  if (phone === undefined || account.phone !== undefined) return account;
  const linked = await accounts.change(account, { phone });
  return typeof linked === 'string' ? account : linked;
}
