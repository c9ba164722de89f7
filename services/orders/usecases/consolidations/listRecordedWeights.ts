import { type Page } from '#shared/contracts/common';
import { type ConsolidationId, type PickupPointId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** The orders of a consolidation with lines whose real weight was recorded, by pickup point. @throws {Refused} NOT_FOUND */
export async function listRecordedWeights(
  { consolidations, cycleOrders }: Pick<OrdersDeps, 'consolidations' | 'cycleOrders'>,
  id: ConsolidationId,
  { pickupPointId, ...wish }: PageWish & { readonly pickupPointId?: PickupPointId | undefined },
): Promise<Page<Order>> {
  found(await consolidations.find(id));
  return cycleOrders.weighed(id, pickupPointId, wish);
}
