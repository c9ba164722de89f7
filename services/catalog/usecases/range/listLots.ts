import { type SkuId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type CatalogDeps } from '../deps';

type Wanted = PageWish & { readonly skuId?: SkuId | undefined };

/** Lots, of one Sku or of all, newest first. */
export const listLots = ({ range }: Pick<CatalogDeps, 'range'>, { skuId, ...wanted }: Wanted) =>
  range.lots(wanted, skuId);
