import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type IdentityDeps } from '../deps';

/**
 * Signs somebody out everywhere. @returns how many sessions ended
 * @throws {Refused} NOT_FOUND
 */
export async function endSessions(deps: IdentityDeps, accountId: AccountId): Promise<number> {
  found(await deps.accounts.byId(accountId));
  return deps.sessions.endAll(accountId, deps.now());
}
