import { type BodyOf } from '#shared/contracts/endpoint';
import { type lotsApi } from '#shared/contracts/catalog/lots';
import { type LotId } from '#shared/contracts/ids';
import { type Lot } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** What came in, from where: every sale leads back to a Lot. @throws {Refused} NOT_FOUND for an unknown Sku */
export async function addLot(
  { range }: Pick<CatalogDeps, 'range'>,
  lotId: LotId,
  { skuId, originEn, bestBefore, certificate, ...fields }: BodyOf<typeof lotsApi.addLot>,
): Promise<Lot> {
  const { supplierId } = await range.one('skus', skuId);
  const supplier = await range.one('suppliers', supplierId);
  return range.insert('lots', {
    _id: lotId,
    skuId,
    supplierId,
    // As it was called then: a Lot is a record.
    supplierName: supplier.name,
    ...(supplier.nameEn === undefined ? {} : { supplierNameEn: supplier.nameEn }),
    ...fields,
    ...(originEn === undefined ? {} : { originEn }),
    ...(bestBefore === undefined ? {} : { bestBefore }),
    ...(certificate === undefined ? {} : { certificate }),
    version: 1,
  });
}
