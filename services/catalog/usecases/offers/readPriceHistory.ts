import { type CycleId, type SkuId } from '#shared/contracts/ids';
import { type PricePeriod } from '../../domain/priceHistory';
import { type CatalogDeps } from '../deps';
import { pricePeriods } from './pricePeriods';

/** What bounds the struck-through price of a Sku in a cycle. @throws {Refused} NOT_FOUND */
export async function readPriceHistory(
  deps: Pick<CatalogDeps, 'offers' | 'cycles' | 'range'>,
  skuId: SkuId,
  cycleId: CycleId,
): Promise<PricePeriod[]> {
  const { _id } = await deps.range.one('skus', skuId);
  return pricePeriods(deps, _id, await deps.cycles.one(cycleId));
}
