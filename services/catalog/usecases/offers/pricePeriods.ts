import { type SkuId } from '#shared/contracts/ids';
import { type Money } from '#shared/kit/money';
import { historyStart, lowestPrice, type PricePeriod } from '../../domain/priceHistory';
import { type Cycle } from '../../domain/range';
import { type CatalogDeps } from '../deps';

type Deps = Pick<CatalogDeps, 'offers' | 'cycles'>;

/** The prices at which a Sku was really on sale in the city in the thirty days before a cycle opens. */
export async function pricePeriods(
  { offers, cycles }: Deps,
  skuId: SkuId,
  { _id, cityId, opensAt }: Cycle,
): Promise<PricePeriod[]> {
  const past = await cycles.openWithin(cityId, historyStart(opensAt), opensAt);
  return offers.pricePeriods(
    skuId,
    past.filter((cycle) => cycle._id !== _id),
    opensAt,
  );
}

/** The highest price that a Sku may show struck through in a cycle; none when it was not on sale before. */
export const highestStrikePrice = async (
  deps: Deps,
  skuId: SkuId,
  cycle: Cycle,
): Promise<Money | undefined> => lowestPrice(await pricePeriods(deps, skuId, cycle));
