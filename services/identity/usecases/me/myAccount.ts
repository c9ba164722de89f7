import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';

/** The caller's account: an access token outlives it by some minutes. @throws {Refused} NOT_SIGNED_IN */
export async function myAccount({ accounts }: IdentityDeps, accountId: AccountId): Promise<Account> {
  const account = await accounts.byId(accountId);
  if (!account) throw new Refused('NOT_SIGNED_IN');
  return account;
}
