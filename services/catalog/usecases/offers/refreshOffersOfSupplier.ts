import { type Supplier } from '../../domain/range';
import { type RefreshDeps } from './refreshDeps';
import { refreshOffers } from './refreshOffers';

/** Refreshes the offers of a supplier that changed; its mark goes only when it did not change again meanwhile. */
export async function refreshOffersOfSupplier(deps: RefreshDeps, supplier: Supplier): Promise<void> {
  await refreshOffers(deps, await deps.range.skusOfSupplier(supplier._id));
  await deps.range.fresh('suppliers', supplier);
}
