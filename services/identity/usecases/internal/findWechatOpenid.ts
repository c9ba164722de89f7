import { type AccountId } from '#shared/contracts/ids';
import { DomainError } from '#shared/kit/domainError';
import { type IdentityDeps } from '../deps';

type Where = {
  /** Of the mini program; says who holds the phone. */
  readonly loginCode?: string | undefined;
  /** The official account in whose name people pay in WeChat's browser. */
  readonly officialAppId?: string | undefined;
};

/**
 * Whose wallet WeChat opens for this person. In the mini program a login code says who holds the phone, so it goes before what the
 * account knows, and links nobody: somebody may pay on the phone of another. A code works once; where it worked already the account
 * has the say.
 * @returns undefined where nothing tells it
 * @throws {Refused} SERVICE_UNAVAILABLE when WeChat cannot be asked
 */
export async function findWechatOpenid(
  { accounts, wechat }: Pick<IdentityDeps, 'accounts' | 'wechat'>,
  accountId: AccountId,
  { loginCode, officialAppId }: Where,
): Promise<string | undefined> {
  if (officialAppId !== undefined) return (await accounts.byId(accountId))?.officialOpenids?.[officialAppId];
  const byCode = loginCode === undefined ? undefined : await openidOf(wechat, loginCode);
  return byCode ?? (await accounts.byId(accountId))?.wechatOpenid;
}

async function openidOf(wechat: IdentityDeps['wechat'], code: string): Promise<string | undefined> {
  try {
    return await wechat.openidOf(code);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'WECHAT_CODE_REFUSED') return undefined;
    throw error;
  }
}
