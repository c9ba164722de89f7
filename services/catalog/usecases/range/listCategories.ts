import { type PageWish } from '#shared/kit/mongo/pages';
import { type CatalogDeps } from '../deps';

/** Categories in their order; hidden ones only for those who may see them. */
export const listCategories = (
  { range }: Pick<CatalogDeps, 'range'>,
  wanted: PageWish,
  { withHidden }: { readonly withHidden: boolean },
) => range.categoriesInOrder(wanted, withHidden);
