import { type BodyOf } from '#shared/contracts/endpoint';
import { type productsApi } from '#shared/contracts/catalog/products';
import { type SkuId } from '#shared/contracts/ids';
import { type Sku } from '../../domain/range';
import { type RefreshDeps } from '../offers/refreshDeps';
import { refreshOffersOfSku } from '../offers/refreshOffersOfSku';

/**
 * Changes a Sku, and lets its offers show it.
 *
 * After a crash in between the sweeper finds the mark that the change left: its offers are stale.
 *
 * @throws {Refused} CHANGED_MEANWHILE
 */
export async function changeSku(
  deps: RefreshDeps,
  skuId: SkuId,
  { version, ...changes }: BodyOf<typeof productsApi.changeSku>,
): Promise<Sku> {
  const sku = await deps.range.edit('skus', skuId, version, { ...changes, offersStale: true });
  await refreshOffersOfSku(deps, sku);
  return sku;
}
