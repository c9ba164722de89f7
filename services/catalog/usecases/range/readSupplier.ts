import { type SupplierId } from '#shared/contracts/ids';
import { type Supplier } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const readSupplier = (
  { range }: Pick<CatalogDeps, 'range'>,
  supplierId: SupplierId,
): Promise<Supplier> => range.one('suppliers', supplierId);
