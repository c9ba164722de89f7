import { type AccountId, type RouteId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { changeRoute } from './changeRoute';

/** Changes a route of this courier. */
export const changeOwnRoute = (
  deps: DeliveryDeps,
  id: RouteId,
  courier: AccountId,
  decide: (stored: StoredRoute) => Decided,
): Promise<StoredRoute> =>
  changeRoute(deps, id, (stored) => {
    if (stored.route.courier.accountId !== courier) throw notFound();
    return decide(stored);
  });

/** The route of this courier that visits the stop. */
export async function ownRouteOf(deps: DeliveryDeps, stopId: StopId, courier: AccountId): Promise<RouteId> {
  const stored = found(await deps.store.routes.findByStop(stopId));
  if (stored.route.courier.accountId !== courier) throw notFound();
  return stored.route.routeId;
}
