import { type CycleId, type SkuId } from '#shared/contracts/ids';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { termsOf } from '../../domain/offerTerms';
import { type CatalogDeps } from '../deps';

/** What a cycle has on sale of some Skus. */
export async function findOffersOfSkus(
  { offers }: Pick<CatalogDeps, 'offers'>,
  cycleId: CycleId,
  skuIds: readonly SkuId[],
): Promise<OfferTerms[]> {
  const found = await offers.ofSkus(skuIds, [cycleId]);
  return found.filter(({ onSale }) => onSale).map(termsOf);
}
