import { type AccountId, type AddressId } from '#shared/contracts/ids';
import { dropAddress } from '../../domain/account';
import { changeAccount } from '../accounts/changeAccount';
import { type IdentityDeps } from '../deps';

/** Deletes an address; one that is gone already is no error. */
export async function deleteAddress(
  deps: IdentityDeps,
  accountId: AccountId,
  addressId: AddressId,
): Promise<void> {
  await changeAccount(deps, accountId, ({ addresses }) => {
    const left = dropAddress(addresses, addressId);
    return left.length === addresses.length ? undefined : { change: { addresses: left } };
  });
}
