import { type BodyOf } from '#shared/contracts/endpoint';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type ProductId } from '#shared/contracts/ids';
import { searchKeys } from '#shared/kit/search/keys';
import { type Product } from '../../domain/range';
import { type RefreshDeps } from '../offers/refreshDeps';
import { refreshOffersOfProduct } from '../offers/refreshOffersOfProduct';
import { assertKnownParts } from './assertKnownParts';

/**
 * Changes a product, and lets its offers show it.
 *
 * After a crash in between the sweeper finds the mark that the change left: its offers are stale.
 *
 * @throws {Refused} CHANGED_MEANWHILE, NOT_FOUND also for an unknown category or picture
 */
export async function changeProduct(
  deps: RefreshDeps,
  productId: ProductId,
  { version, ...changes }: BodyOf<typeof productsApi.changeProduct>,
): Promise<Product> {
  const { range } = deps;
  await assertKnownParts(deps, changes.categoryId, changes.pictureIds);
  const before = await range.one('products', productId);
  const { zh, en } = changes.title ?? before.title;
  const search = searchKeys([zh, en, ...(changes.keywords ?? before.keywords)]);
  const product = await range.edit('products', productId, version, {
    ...changes,
    search,
    offersStale: true,
  });
  await refreshOffersOfProduct(deps, product);
  return product;
}
