import { type Account } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { changeAccount } from './changeAccount';
import { grantRole } from './grantRole';
import { findOrOpen } from './openAccount';

/** Opens an account for the phone number if need be, and makes it a courier's; each step finds what it did before. */
export async function createCourier(
  deps: IdentityDeps,
  { phone, displayName }: { phone: string; displayName: string },
): Promise<Account> {
  const { account, opened } = await findOrOpen(deps, { phone }, 'zh-CN');
  if (opened) await changeAccount(deps, account._id, () => ({ change: { displayName } }));
  return grantRole(deps, account._id, 'courier');
}
