import { type AccountId, type RouteId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type Delivery } from '../delivery';
import { changeRoute } from './changeRoute';

/** Changes a route of this courier. */
export const changeOwnRoute = (
  delivery: Delivery,
  id: RouteId,
  courier: AccountId,
  decide: (stored: StoredRoute) => Decided,
): Promise<StoredRoute> =>
  changeRoute(delivery, id, (stored) => {
    if (stored.route.courier.accountId !== courier) throw notFound();
    return decide(stored);
  });

/** The route of this courier that visits the stop. */
export async function ownRouteOf(delivery: Delivery, stopId: StopId, courier: AccountId): Promise<RouteId> {
  const stored = found(await delivery.store.routes.findByStop(stopId));
  if (stored.route.courier.accountId !== courier) throw notFound();
  return stored.route.routeId;
}
