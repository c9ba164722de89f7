import { type Page } from '#shared/contracts/common';
import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type StopTotals } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';

/** What goes into the crates of each stop, page by page. @throws {Refused} NOT_FOUND */
export async function getSortList(
  { consolidations }: Pick<OrdersDeps, 'consolidations'>,
  id: ConsolidationId,
): Promise<(wish: PageWish) => Promise<Page<StopTotals>>> {
  found(await consolidations.find(id));
  return (wish) => consolidations.stops(id, wish);
}
