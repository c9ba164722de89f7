import { accountsApi } from './identity/accounts';
import { leaderApplicationsApi } from './identity/leaderApplications';
import { meApi } from './identity/me';
import { signInApi } from './identity/signIn';
import { wechatPayerApi } from './identity/wechatPayer';

/** Accounts, sign-in, roles, addresses, leader applications: what people may ask of identity. */
export const identityApi = {
  ...signInApi,
  ...meApi,
  ...wechatPayerApi,
  ...leaderApplicationsApi,
  ...accountsApi,
};
