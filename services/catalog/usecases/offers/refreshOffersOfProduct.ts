import { type Product } from '../../domain/range';
import { type RefreshDeps } from './refreshDeps';
import { refreshOffers } from './refreshOffers';

/** Refreshes the offers of a product that changed; its mark goes only when it did not change again meanwhile. */
export async function refreshOffersOfProduct(deps: RefreshDeps, product: Product): Promise<void> {
  await refreshOffers(deps, await deps.range.skusOf([product._id]));
  await deps.range.fresh('products', product);
}
