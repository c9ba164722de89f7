import { type SupplierId } from '#shared/contracts/ids';
import { type Supplier } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** Where a supplier gets its purchase orders. @throws {Refused} NOT_FOUND */
export const getSupplierContact = (
  { range }: Pick<CatalogDeps, 'range'>,
  supplierId: SupplierId,
): Promise<Supplier> => range.one('suppliers', supplierId);
