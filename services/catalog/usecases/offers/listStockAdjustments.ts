import { type Page } from '#shared/contracts/common';
import { type OfferId } from '#shared/contracts/ids';
import { type Adjustment } from '../../domain/offer';
import { numberIn, pageOf, type PageWanted } from '../../storage/pages';
import { type CatalogDeps } from '../deps';

/** How the stock of an offer was adjusted, the latest first. @throws {Refused} NOT_FOUND */
export async function listStockAdjustments(
  { offers }: Pick<CatalogDeps, 'offers'>,
  offerId: OfferId,
  { cursor, limit }: PageWanted,
): Promise<Page<{ readonly adjustment: Adjustment; readonly at: number }>> {
  const { adjustments } = await offers.one(offerId);
  // They only ever grow: the cursor is how many came before.
  const before = cursor === undefined ? adjustments.length : numberIn(cursor);
  const newestFirst = adjustments
    .map((adjustment, at) => ({ adjustment, at }))
    .slice(0, before)
    .reverse();
  return pageOf(newestFirst.slice(0, limit + 1), limit, ({ at }) => String(at));
}
