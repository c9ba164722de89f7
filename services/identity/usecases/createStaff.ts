import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../domain/account';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { newId } from '#shared/kit/ids';
import { hashPassword } from '../tokens/passwords';
import { type Needs } from './needs';
import { findOrOpen, openAccount } from './openAccount';
import { grantRole } from './roles';
import { updateMe } from './changeMe';

export type NewOperator = {
  readonly username: string;
  readonly displayName: string;
  readonly firstPassword: string;
};

/**
 * Opens an operator's account under an id that follows from the request: sent again, it answers the account made before.
 * @throws {Refused} USERNAME_TAKEN
 */
export async function createOperator(
  needs: Needs,
  accountId: AccountId,
  { username, displayName, firstPassword }: NewOperator,
): Promise<Account> {
  const password = { hash: await hashPassword(firstPassword), mustChange: true };
  const roles = ['shopper', 'operator'] as const;
  const opened = await openAccount(
    needs,
    { _id: accountId, username, displayName, roles, password },
    'zh-CN',
  );
  if (opened) return opened;
  const before = await needs.accounts.byId(accountId);
  if (before?.username !== username) throw new Refused('USERNAME_TAKEN');
  return before;
}

/** Opens an account for the phone number if need be, and makes it a courier's; each step finds what it did before. */
export async function createCourier(
  needs: Needs,
  { phone, displayName }: { phone: string; displayName: string },
): Promise<Account> {
  const { account, opened } = await findOrOpen(needs, { phone }, 'zh-CN');
  if (opened) await updateMe(needs, account._id, { displayName });
  return grantRole(needs, account._id, 'courier');
}

/**
 * Makes the first operator of an empty system, if there is no operator.
 * @returns whether it did; of two processes that start at once one does.
 */
export async function ensureFirstOperator(needs: Needs, operator: NewOperator): Promise<boolean> {
  if (await needs.accounts.hasOperator()) return false;
  try {
    await createOperator(needs, newId('acc', needs.now()), operator);
    return true;
  } catch (error) {
    if (isRefusal(error, 'USERNAME_TAKEN')) return false;
    throw error;
  }
}
