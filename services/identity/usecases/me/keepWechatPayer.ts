import { type AccountId, type SessionId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { isPayerState } from '../../tokens/payerState';
import { changeAccount } from '../accounts/changeAccount';
import { type IdentityDeps } from '../deps';

type Person = { readonly accountId: AccountId; readonly sessionId: SessionId };

/**
 * Keeps the openid of the person in WeChat's browser with the account, for the official account that asked. It signs nobody in and
 * finds nobody: it only says whose wallet is opened. Where the process dies before it is kept, WeChat is asked once more.
 * @throws {Refused} NOT_FOUND without an official account; PAYER_UNKNOWN when this session did not ask, or the code is wrong, used or
 * expired; SERVICE_UNAVAILABLE
 */
export async function keepWechatPayer(
  deps: IdentityDeps,
  { accountId, sessionId }: Person,
  { code, state }: { readonly code: string; readonly state: string },
): Promise<void> {
  const { officialAccount, now } = deps;
  if (!officialAccount) throw new Refused('NOT_FOUND');
  const { appId, secret } = officialAccount;
  if (!isPayerState(state, { secret, sessionId, now: now() })) throw new Refused('PAYER_UNKNOWN');
  const openid = await officialAccount.openidOf(code);
  await changeAccount(deps, accountId, ({ officialOpenids }) =>
    officialOpenids?.[appId] === openid
      ? undefined
      : { change: { officialOpenids: { ...officialOpenids, [appId]: openid } } },
  );
}
