import { type AccountId } from '#shared/contracts/ids';
import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { changeAccount } from './changeAccount';

/** @param makeSure see `changeAccount`. @throws {Refused} NOT_FOUND */
export const setStatus = (
  deps: IdentityDeps,
  accountId: AccountId,
  status: Account['status'],
  makeSure?: (account: Account) => Promise<void>,
): Promise<Account> =>
  changeAccount(
    deps,
    accountId,
    (account) => (account.status === status ? undefined : { change: { status } }),
    makeSure,
  );
