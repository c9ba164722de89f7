import { type SkuId } from '#shared/contracts/ids';
import { type SupplyTerms } from '#shared/contracts/internal/supply';
import { type CatalogDeps } from '../deps';

/** What Skus cost at this moment, and how their goods must be kept; unknown ones are left out. */
export async function getSupplyTerms(
  { range }: Pick<CatalogDeps, 'range'>,
  skuIds: readonly SkuId[],
): Promise<SupplyTerms[]> {
  const skus = await range.several('skus', skuIds);
  const products = await range.several(
    'products',
    skus.map(({ productId }) => productId),
  );
  const temperatures = new Map(products.map(({ _id, temperature }) => [_id, temperature]));
  return skus.flatMap(({ _id, productId, unitCost, soldBy, nominalGrams }) => {
    const temperature = temperatures.get(productId);
    return temperature === undefined ? [] : [{ skuId: _id, unitCost, temperature, soldBy, nominalGrams }];
  });
}
