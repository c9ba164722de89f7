import { type Page } from '#shared/contracts/common';
import { type ConsolidationId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type StopTotals } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';
import { consolidationOf } from './consolidationOf';

/** What a frozen consolidation brings to each pickup point. @throws {Refused} NOT_FOUND */
export async function listStopLoads(
  deps: Pick<OrdersDeps, 'consolidations'>,
  consolidationId: ConsolidationId,
  wish: PageWish,
): Promise<Page<StopTotals>> {
  await consolidationOf(deps, consolidationId);
  return deps.consolidations.stops(consolidationId, wish);
}
