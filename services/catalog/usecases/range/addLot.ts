import { type BodyOf } from '#shared/contracts/endpoint';
import { type lotsApi } from '#shared/contracts/catalog/lots';
import { type LotId } from '#shared/contracts/ids';
import { type Lot } from '../../domain/range';
import { type RangeStore } from '../../storage/range';

type Fields = BodyOf<typeof lotsApi.addLot>;
type Changes = BodyOf<typeof lotsApi.correctLot>;

/** What came in, from where: every sale leads back to a Lot. */
export const manageLots = (range: RangeStore) => ({
  async add(lotId: LotId, { skuId, bestBefore, certificate, ...fields }: Fields): Promise<Lot> {
    const { supplierId } = await range.one('skus', skuId);
    const supplier = await range.one('suppliers', supplierId);
    return range.insert('lots', {
      _id: lotId,
      skuId,
      supplierId,
      // As it was called then: a Lot is a record.
      supplierName: supplier.name,
      ...fields,
      ...(bestBefore === undefined ? {} : { bestBefore }),
      ...(certificate === undefined ? {} : { certificate }),
      version: 1,
    });
  },

  correct: (lotId: LotId, { version, ...changes }: Changes): Promise<Lot> =>
    range.edit('lots', lotId, version, changes),
});
