import { type AccountId, type AddressId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PostalAddress } from '../../domain/account';
import { type IdentityDeps } from '../deps';
import { type AddressDetails, addressFrom, putAddress } from './putAddress';

/** @throws {Refused} NOT_FOUND */
export const updateAddress = (
  deps: IdentityDeps,
  accountId: AccountId,
  addressId: AddressId,
  details: AddressDetails,
): Promise<PostalAddress> =>
  putAddress(deps, accountId, addressId, (addresses) => {
    const { version } = found(addresses.find((one) => one.addressId === addressId));
    return addressFrom(details, addressId, version + 1);
  });
