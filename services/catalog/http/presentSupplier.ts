import { type Supplier as SupplierReply } from '#shared/contracts/catalog/range';
import { type Supplier } from '../domain/range';

export const presentSupplier = ({
  _id,
  name,
  nameEn,
  contactName,
  phone,
  email,
  licence,
  version,
}: Supplier): SupplierReply => ({
  supplierId: _id,
  name,
  nameEn,
  contactName,
  phone,
  email,
  licence,
  version,
});
