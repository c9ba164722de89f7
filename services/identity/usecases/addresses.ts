import { type Position } from '#shared/contracts/common';
import { type AccountId, type AddressId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { dropAddress, maxAddresses, type PostalAddress, putAddress } from '../domain/account';
import { changeAccount } from './changeAccount';
import { type Needs } from './needs';

type Details = Omit<PostalAddress, 'addressId' | 'version' | 'position'> & {
  readonly position?: Position | undefined;
};

function addressFrom(
  { position, ...details }: Details,
  addressId: AddressId,
  version: number,
): PostalAddress {
  return { ...details, ...(position === undefined ? {} : { position }), addressId, version };
}

/** Adds an address under an id that follows from the request: sent again, it is there already. @throws {Refused} TOO_MANY_ADDRESSES */
export function addAddress(
  needs: Needs,
  accountId: AccountId,
  addressId: AddressId,
  details: Details,
): Promise<PostalAddress> {
  return put(needs, accountId, addressId, (addresses) => {
    const there = addresses.some((one) => one.addressId === addressId);
    if (there) return undefined;
    if (addresses.length >= maxAddresses) throw new Refused('TOO_MANY_ADDRESSES');
    return addressFrom(details, addressId, 1);
  });
}

/** @throws {Refused} NOT_FOUND */
export function updateAddress(
  needs: Needs,
  accountId: AccountId,
  addressId: AddressId,
  details: Details,
): Promise<PostalAddress> {
  return put(needs, accountId, addressId, (addresses) => {
    const { version } = found(addresses.find((one) => one.addressId === addressId));
    return addressFrom(details, addressId, version + 1);
  });
}

export async function deleteAddress(needs: Needs, accountId: AccountId, addressId: AddressId): Promise<void> {
  await changeAccount(needs, accountId, ({ addresses }) => {
    const left = dropAddress(addresses, addressId);
    return left.length === addresses.length ? undefined : { change: { addresses: left } };
  });
}

async function put(
  needs: Needs,
  accountId: AccountId,
  addressId: AddressId,
  decide: (addresses: readonly PostalAddress[]) => PostalAddress | undefined,
): Promise<PostalAddress> {
  const account = await changeAccount(needs, accountId, ({ addresses }) => {
    const address = decide(addresses);
    return address && { change: { addresses: putAddress(addresses, address) } };
  });
  return found(account.addresses.find((one) => one.addressId === addressId));
}
