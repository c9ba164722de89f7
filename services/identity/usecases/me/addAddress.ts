import { type AccountId, type AddressId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { maxAddresses, type PostalAddress } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { type AddressDetails, addressFrom, putAddress } from './putAddress';

/** Adds an address under an id that follows from the request: sent again, it is there already. @throws {Refused} TOO_MANY_ADDRESSES */
export const addAddress = (
  deps: IdentityDeps,
  accountId: AccountId,
  addressId: AddressId,
  details: AddressDetails,
): Promise<PostalAddress> =>
  putAddress(deps, accountId, addressId, (addresses) => {
    if (addresses.some((one) => one.addressId === addressId)) return undefined;
    if (addresses.length >= maxAddresses) throw new Refused('TOO_MANY_ADDRESSES');
    return addressFrom(details, addressId, 1);
  });
