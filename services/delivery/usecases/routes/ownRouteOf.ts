import { type AccountId, type RouteId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type DeliveryDeps } from '../deps';

/** The route of this courier that visits the stop. */
export async function ownRouteOf(deps: DeliveryDeps, stopId: StopId, courier: AccountId): Promise<RouteId> {
  const stored = found(await deps.store.routes.findByStop(stopId));
  if (stored.route.courier.accountId !== courier) throw notFound();
  return stored.route.routeId;
}
