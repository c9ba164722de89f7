import { type BodyOf } from '#shared/contracts/endpoint';
import { type rangeApi } from '#shared/contracts/catalog/range';
import { type SupplierId } from '#shared/contracts/ids';
import { type Supplier } from '../../domain/range';
import { type RefreshDeps } from '../offers/refreshDeps';
import { refreshOffersOfSupplier } from '../offers/refreshOffersOfSupplier';

/**
 * Changes a supplier, and lets its offers show it.
 *
 * After a crash in between the sweeper finds the mark that the change left: its offers are stale.
 *
 * @throws {Refused} CHANGED_MEANWHILE
 */
export async function changeSupplier(
  deps: RefreshDeps,
  supplierId: SupplierId,
  { version, ...changes }: BodyOf<typeof rangeApi.changeSupplier>,
): Promise<Supplier> {
  const supplier = await deps.range.edit('suppliers', supplierId, version, { ...changes, offersStale: true });
  await refreshOffersOfSupplier(deps, supplier);
  return supplier;
}
