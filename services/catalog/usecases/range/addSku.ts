import { type BodyOf } from '#shared/contracts/endpoint';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type ProductId, type SkuId } from '#shared/contracts/ids';
import { type Sku } from '../../domain/range';
import { type CatalogDeps } from '../deps';

type Wish = BodyOf<typeof productsApi.addSku> & { readonly productId: ProductId };

/** @throws {Refused} NOT_FOUND for an unknown product or supplier */
export async function addSku(
  { range }: Pick<CatalogDeps, 'range'>,
  skuId: SkuId,
  { productId, ...fields }: Wish,
): Promise<Sku> {
  await range.one('products', productId);
  await range.one('suppliers', fields.supplierId);
  return range.insert('skus', { _id: skuId, productId, ...fields, version: 1, offersStale: false });
}
