import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { changeAccount } from './changeAccount';
import { type IdentityDeps } from '../deps';

/**
 * Part of ending an operator, between looking at that account and changing it: `by` is an operator still, whatever the access token
 * says, and leaves a mark on the own account. Whoever ends `by` at this moment looked before the mark, so their change fails and
 * they look again. Thus of those who end each other one is too late, in any number of processes, and an operator is left.
 * @throws {Refused} NOT_ALLOWED
 */
export async function actAsOperator(deps: IdentityDeps, by: AccountId): Promise<void> {
  await changeAccount(deps, by, (account) => {
    if (!isOperator(account)) throw new Refused('NOT_ALLOWED');
    return { change: {} };
  });
}

/** Whether there would be one operator less without this account. */
export const isOperator = ({ roles, status }: Account): boolean =>
  status === 'open' && roles.includes('operator');
