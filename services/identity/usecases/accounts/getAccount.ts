import { type AccountId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const getAccount = async ({ accounts }: IdentityDeps, accountId: AccountId): Promise<Account> =>
  found(await accounts.byId(accountId));
