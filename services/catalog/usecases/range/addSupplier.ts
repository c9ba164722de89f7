import { type BodyOf } from '#shared/contracts/endpoint';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type SupplierId } from '#shared/contracts/ids';
import { type Supplier } from '../../domain/range';
import { type CatalogDeps } from '../deps';

export const addSupplier = (
  { range }: Pick<CatalogDeps, 'range'>,
  supplierId: SupplierId,
  { name, nameEn, contactName, phone, email, licence }: BodyOf<typeof rangeApi.addSupplier>,
): Promise<Supplier> =>
  range.insert('suppliers', {
    _id: supplierId,
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    ...(contactName === undefined ? {} : { contactName }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(licence === undefined ? {} : { licence }),
    version: 1,
    offersStale: false,
  });
