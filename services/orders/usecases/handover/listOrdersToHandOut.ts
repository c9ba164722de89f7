import { type Page } from '#shared/contracts/common';
import { type ConsolidationId, type PickupPointId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { statusesFrom } from '../../domain/lifecycle';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { consolidationOf } from './consolidationOf';

type Stop = { readonly consolidationId: ConsolidationId; readonly pickupPointId: PickupPointId };

/**
 * The orders of a pickup point in a cycle that are, or were, to be handed out: whichever version of the consolidation has them.
 * @throws {Refused} NOT_FOUND
 */
export async function listOrdersToHandOut(
  deps: Pick<OrdersDeps, 'consolidations' | 'orderLists'>,
  { consolidationId, pickupPointId }: Stop,
  wish: PageWish,
): Promise<Page<Order>> {
  const { cycleId } = await consolidationOf(deps, consolidationId);
  const status = statusesFrom('consolidated');
  return deps.orderLists.search({ cycleId, pickupPointId, status }, wish);
}
