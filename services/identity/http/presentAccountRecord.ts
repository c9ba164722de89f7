import { type AccountRecord } from '#shared/contracts/identity/account';
import { type Account } from '../domain/account';
import { given } from './given';

export const presentAccountRecord = (account: Account): AccountRecord => ({
  accountId: account._id,
  displayName: account.displayName,
  ...given('phone', account.phone),
  ...given('username', account.username),
  wechat: account.wechatOpenid !== undefined,
  roles: [...account.roles],
  closed: account.status === 'closed',
  openedAt: account.openedAt.toISOString(),
  ...given('lastSignInAt', account.lastSignInAt?.toISOString()),
  version: account.version,
});
