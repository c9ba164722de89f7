import { type OrderId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type TrackedOrderDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { knownOrder } from './knownOrder';

/** The order, for its shopper, the leader of its pickup point, and operators. */
export async function visibleOrder(
  deps: DeliveryDeps,
  follower: AccountCaller,
  orderId: OrderId,
): Promise<TrackedOrderDoc> {
  const order = await knownOrder(deps, orderId);
  if (order.accountId === follower.accountId || holds(follower, 'operator')) return order;
  const point = await deps.store.points.find(order.pickupPointId);
  if (point?.leader?.accountId !== follower.accountId) throw notFound();
  return order;
}
