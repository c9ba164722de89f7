import { type RefreshDeps } from './refreshDeps';
import { refreshOffersOfProduct } from './refreshOffersOfProduct';
import { refreshOffersOfSku } from './refreshOffersOfSku';
import { refreshOffersOfSupplier } from './refreshOffersOfSupplier';

/** Finishes what processes that died after a change of the range left to do. */
export async function refreshStaleOffers(deps: RefreshDeps): Promise<void> {
  const { products, skus, suppliers } = await deps.range.stale();
  for (const product of products) await refreshOffersOfProduct(deps, product);
  for (const sku of skus) await refreshOffersOfSku(deps, sku);
  for (const supplier of suppliers) await refreshOffersOfSupplier(deps, supplier);
}
