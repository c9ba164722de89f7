import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { assertPasswordIsHard } from '../../domain/newPassword';
import { hashPassword } from '../../tokens/passwords';
import { type IdentityDeps } from '../deps';
import { openAccount } from './openAccount';

type NewOperator = {
  readonly username: string;
  readonly displayName: string;
  readonly firstPassword: string;
};

/**
 * Opens an operator's account under an id that follows from the request: sent again, it answers the account made before.
 * @throws {Refused} USERNAME_TAKEN, PASSWORD_TOO_SIMPLE
 */
export async function createOperator(
  deps: IdentityDeps,
  accountId: AccountId,
  { username, displayName, firstPassword }: NewOperator,
): Promise<Account> {
  assertPasswordIsHard(firstPassword, username);
  const password = { hash: await hashPassword(firstPassword), mustChange: true };
  const roles = ['shopper', 'operator'] as const;
  const opened = await openAccount(deps, { _id: accountId, username, displayName, roles, password }, 'zh-CN');
  if (opened) return opened;
  const before = await deps.accounts.byId(accountId);
  if (before?.username !== username) throw new Refused('USERNAME_TAKEN');
  return before;
}
