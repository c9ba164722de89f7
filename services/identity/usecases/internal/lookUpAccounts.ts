import { type AccountId } from '#shared/contracts/ids';
import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';

/** Several accounts at once; unknown and deleted ones are left out. */
export const lookUpAccounts = (
  { accounts }: IdentityDeps,
  accountIds: readonly AccountId[],
): Promise<Account[]> => accounts.byIds(accountIds);
