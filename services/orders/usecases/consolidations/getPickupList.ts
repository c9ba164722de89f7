import { type Page } from '#shared/contracts/common';
import { type ConsolidationId, type PickupPointId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type ListedOrder } from '../../domain/consolidation';
import { type OrdersDeps } from '../deps';

/** What each shopper collects, stop by stop (of one pickup point, when named), page by page. @throws {Refused} NOT_FOUND */
export async function getPickupList(
  { consolidations }: Pick<OrdersDeps, 'consolidations'>,
  id: ConsolidationId,
  pickupPointId?: PickupPointId,
): Promise<(wish: PageWish) => Promise<Page<ListedOrder>>> {
  found(await consolidations.find(id));
  return (wish) => consolidations.pickupList(id, pickupPointId, wish);
}
