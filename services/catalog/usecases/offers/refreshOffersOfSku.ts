import { type Sku } from '../../domain/range';
import { type RefreshDeps } from './refreshDeps';
import { refreshOffers } from './refreshOffers';

/** Refreshes the offers of a Sku that changed; its mark goes only when it did not change again meanwhile. */
export async function refreshOffersOfSku(deps: RefreshDeps, sku: Sku): Promise<void> {
  await refreshOffers(deps, [sku]);
  await deps.range.fresh('skus', sku);
}
