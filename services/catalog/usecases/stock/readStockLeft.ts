import { type OfferId } from '#shared/contracts/ids';
import { type CatalogDeps } from '../deps';

/** How many units of offers are free at this moment; unknown ones are left out. */
export async function readStockLeft(
  { reads }: Pick<CatalogDeps, 'reads'>,
  offerIds: readonly OfferId[],
): Promise<{ offerId: OfferId; left: number }[]> {
  const offers = await reads.offers(offerIds);
  return [...offers.values()].map(({ _id, available }) => ({ offerId: _id, left: available }));
}
