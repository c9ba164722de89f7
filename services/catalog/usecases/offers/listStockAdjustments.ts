import { type Page } from '#shared/contracts/common';
import { type OfferId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type PageWish, readCursor, writeCursor } from '#shared/kit/mongo/pages';
import { type Adjustment } from '../../domain/offer';
import { type CatalogDeps } from '../deps';

/** How the stock of an offer was adjusted, the latest first. @throws {Refused} NOT_FOUND */
export async function listStockAdjustments(
  { offers }: Pick<CatalogDeps, 'offers'>,
  offerId: OfferId,
  { cursor, limit }: PageWish,
): Promise<Page<Adjustment>> {
  const { adjustments } = await offers.one(offerId);
  // They only ever grow: the cursor is how many came before the page's last.
  const [before] = cursor === undefined ? [adjustments.length] : readCursor(Counted, cursor);
  const from = Math.max(0, Math.min(before, adjustments.length) - limit);
  const items = adjustments.slice(from, before).reverse();
  return from > 0 ? { items, nextCursor: writeCursor([from]) } : { items };
}

const Counted = z.tuple([z.int().min(0)]);
