import { type AccountId } from '#shared/contracts/ids';
import { type PostalAddress } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { myAccount } from './myAccount';

/** The default one first. @throws {Refused} NOT_SIGNED_IN when the account was deleted */
export async function listAddresses(deps: IdentityDeps, accountId: AccountId): Promise<PostalAddress[]> {
  const { addresses } = await myAccount(deps, accountId);
  return [...addresses].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}
