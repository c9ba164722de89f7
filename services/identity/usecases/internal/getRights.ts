import { type AccountId, type SessionId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { Refused } from '#shared/kit/domainError';
import { effectiveRoles } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { maySignIn } from '../signIn/beginSession';

/** What an account may do now by this session. @throws {Refused} NOT_SIGNED_IN when either has ended */
export async function getRights(
  deps: IdentityDeps,
  accountId: AccountId,
  sessionId: SessionId,
): Promise<readonly Role[]> {
  const [account, isEnded] = await Promise.all([
    deps.accounts.byId(accountId),
    deps.sessions.isEnded(sessionId),
  ]);
  if (!account || isEnded || !maySignIn(deps, account)) throw new Refused('NOT_SIGNED_IN');
  return effectiveRoles(account);
}
