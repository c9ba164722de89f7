import { type Sku as SkuReply } from '#shared/contracts/catalog/products';
import { type Sku } from '../domain/range';

export const presentSku = (sku: Sku): SkuReply => ({
  skuId: sku._id,
  productId: sku.productId,
  pack: sku.pack,
  soldBy: sku.soldBy,
  nominalGrams: sku.nominalGrams,
  unitCost: sku.unitCost,
  supplierId: sku.supplierId,
  caseUnits: sku.caseUnits,
  supplierMinimumUnits: sku.supplierMinimumUnits,
  version: sku.version,
});
