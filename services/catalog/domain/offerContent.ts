import { type PictureUrls } from '#shared/contracts/catalog/common';
import { type OfferContent } from './offer';
import { type Product, type Sku, type Supplier } from './range';

/** What an offer shows of the things that it sells. */
export const offerContent = (
  product: Product,
  sku: Sku,
  supplier: Supplier,
  picture: PictureUrls | undefined,
): OfferContent => ({
  productId: product._id,
  skuId: sku._id,
  categoryId: product.categoryId,
  title: product.title,
  pack: sku.pack,
  ...(picture ? { picture } : {}),
  soldBy: sku.soldBy,
  nominalGrams: sku.nominalGrams,
  temperature: product.temperature,
  fresh: product.fresh,
  supplierId: supplier._id,
  supplierName: supplier.name,
  ...(supplier.nameEn === undefined ? {} : { supplierNameEn: supplier.nameEn }),
  caseUnits: sku.caseUnits,
  supplierMinimumUnits: sku.supplierMinimumUnits,
  search: product.search,
});
