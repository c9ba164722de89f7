import { type SessionId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { payerState } from '../../tokens/payerState';
import { type IdentityDeps } from '../deps';

/** Where WeChat tells us who uses its browser, and leads back to a page of ours. @throws {Refused} NOT_FOUND without an official account */
export function askWechatPayer(
  { officialAccount, now }: Pick<IdentityDeps, 'officialAccount' | 'now'>,
  sessionId: SessionId,
  returnPath: string,
): string {
  if (!officialAccount) throw new Refused('NOT_FOUND');
  const { secret } = officialAccount;
  return officialAccount.askUrl(returnPath, payerState({ secret, sessionId, now: now() }));
}
