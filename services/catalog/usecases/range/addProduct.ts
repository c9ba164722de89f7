import { type BodyOf } from '#shared/contracts/endpoint';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type ProductId } from '#shared/contracts/ids';
import { searchKeys } from '#shared/kit/search/keys';
import { type Product } from '../../domain/range';
import { type CatalogDeps } from '../deps';
import { assertKnownParts } from './assertKnownParts';

/** @throws {Refused} NOT_FOUND for an unknown category or picture */
export async function addProduct(
  deps: Pick<CatalogDeps, 'range'>,
  productId: ProductId,
  fields: BodyOf<typeof productsApi.addProduct>,
): Promise<Product> {
  const { categoryId, title, description, storageAdvice, pictureAlts, ...rest } = fields;
  const { keywords = [], pictureIds = [], temperature, fresh } = rest;
  await assertKnownParts(deps, categoryId, pictureIds);
  return deps.range.insert('products', {
    _id: productId,
    categoryId,
    title,
    ...(description ? { description } : {}),
    ...(storageAdvice ? { storageAdvice } : {}),
    ...(pictureAlts ? { pictureAlts } : {}),
    keywords,
    pictureIds,
    temperature,
    fresh,
    search: searchKeys([title.zh, title.en, ...keywords]),
    version: 1,
    offersStale: false,
  });
}
