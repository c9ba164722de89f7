import { type Page } from '#shared/contracts/common';
import { type ConsolidationId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** The orders of a consolidation with lines that still need their real weight, by pickup point. @throws {Refused} NOT_FOUND */
export async function listWeighingTasks(
  { consolidations, cycleOrders }: Pick<OrdersDeps, 'consolidations' | 'cycleOrders'>,
  id: ConsolidationId,
  wish: PageWish,
): Promise<Page<Order>> {
  found(await consolidations.find(id));
  return cycleOrders.unweighed(id, wish);
}
