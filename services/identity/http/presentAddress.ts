import { type Address } from '#shared/contracts/identity/account';
import { type PostalAddress } from '../domain/account';
import { given } from './given';

export const presentAddress = (address: PostalAddress): Address => ({
  addressId: address.addressId,
  recipientName: address.recipientName,
  phone: address.phone,
  cityId: address.cityId,
  area: address.area,
  door: address.door,
  ...given('position', address.position),
  isDefault: address.isDefault,
  version: address.version,
});
