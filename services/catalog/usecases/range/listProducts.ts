import { type CategoryId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { matchScore } from '#shared/kit/search/match';
import { type Product } from '../../domain/range';
import { type CatalogDeps } from '../deps';

type Wanted = PageWish & { readonly categoryId?: CategoryId | undefined; readonly q?: string | undefined };

/** Products, oldest first; of a category, or those that a search means. */
export function listProducts({ range }: Pick<CatalogDeps, 'range'>, { categoryId, q, ...wanted }: Wanted) {
  const isMeant = q === undefined ? undefined : (one: Product) => matchScore(q, one.search) > 0;
  return range.products(wanted, categoryId, isMeant);
}
