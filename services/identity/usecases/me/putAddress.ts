import { type Position } from '#shared/contracts/common';
import { type AccountId, type AddressId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PostalAddress, putAddress as put } from '../../domain/account';
import { changeAccount } from '../accounts/changeAccount';
import { type IdentityDeps } from '../deps';

/** What a person says of an address. */
export type AddressDetails = Omit<PostalAddress, 'addressId' | 'version' | 'position'> & {
  readonly position?: Position | undefined;
};

export function addressFrom(
  { position, ...details }: AddressDetails,
  addressId: AddressId,
  version: number,
): PostalAddress {
  return { ...details, ...(position === undefined ? {} : { position }), addressId, version };
}

/**
 * Puts the address that `decide` makes after looking at those there are; nothing when it answers nothing.
 * @returns the address as it is afterwards
 * @throws {Refused} NOT_FOUND, and what `decide` throws
 */
export async function putAddress(
  deps: IdentityDeps,
  accountId: AccountId,
  addressId: AddressId,
  decide: (addresses: readonly PostalAddress[]) => PostalAddress | undefined,
): Promise<PostalAddress> {
  const account = await changeAccount(deps, accountId, ({ addresses }) => {
    const address = decide(addresses);
    return address && { change: { addresses: put(addresses, address) } };
  });
  return found(account.addresses.find((one) => one.addressId === addressId));
}
