import { type Lot as LotReply } from '#shared/contracts/catalog/lots';
import { type Lot } from '../domain/range';

export const presentLot = (lot: Lot): LotReply => ({
  lotId: lot._id,
  skuId: lot.skuId,
  supplierId: lot.supplierId,
  supplierName: lot.supplierName,
  supplierNameEn: lot.supplierNameEn,
  code: lot.code,
  origin: lot.origin,
  originEn: lot.originEn,
  producedOn: lot.producedOn,
  bestBefore: lot.bestBefore,
  certificate: lot.certificate,
  units: lot.units,
  version: lot.version,
});
