import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Needs } from './needs';

/**
 * Signs somebody out everywhere. @returns how many sessions ended
 * @throws {Refused} NOT_FOUND
 */
export async function endSessions(needs: Needs, accountId: AccountId): Promise<number> {
  found(await needs.accounts.byId(accountId));
  return needs.sessions.endAll(accountId);
}
