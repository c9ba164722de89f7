import { isRefusal } from '#shared/kit/client/remoteProblem';
import { newId } from '#shared/kit/ids';
import { type IdentityDeps } from '../deps';
import { createOperator, type NewOperator } from './createOperator';

/**
 * Makes the first operator of an empty system, if there is no operator.
 * @returns whether it did; of two processes that start at once one does.
 */
export async function ensureFirstOperator(deps: IdentityDeps, operator: NewOperator): Promise<boolean> {
  if (await deps.accounts.hasOperator()) return false;
  try {
    await createOperator(deps, newId('acc', deps.now()), operator);
    return true;
  } catch (error) {
    if (isRefusal(error, 'USERNAME_TAKEN')) return false;
    throw error;
  }
}
