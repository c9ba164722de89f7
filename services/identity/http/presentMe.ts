import { type MyAccount } from '#shared/contracts/identity/account';
import { initialOf } from '../domain/account';
import { type Me } from '../usecases/me/withApplication';
import { given } from './given';

export function presentMe({ account, application }: Me): MyAccount {
  return {
    accountId: account._id,
    displayName: account.displayName,
    initial: initialOf(account.displayName),
    ...given('phone', account.phone),
    ...given('username', account.username),
    wechat: account.wechatOpenid !== undefined,
    language: account.language,
    largeType: account.largeType,
    roles: [...account.roles],
    mustChangePassword: account.password?.mustChange ?? false,
    ...(application
      ? { leaderApplication: { applicationId: application._id, status: application.status } }
      : {}),
    openedAt: account.openedAt.toISOString(),
    version: account.version,
  };
}
