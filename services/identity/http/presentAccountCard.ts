import { type AccountCard } from '#shared/contracts/internal/identity';
import { type Account, initialOf } from '../domain/account';
import { given } from './given';

export const presentAccountCard = (account: Account): AccountCard => ({
  accountId: account._id,
  displayName: account.displayName,
  initial: initialOf(account.displayName),
  ...given('phone', account.phone),
  language: account.language,
  roles: [...account.roles],
});
