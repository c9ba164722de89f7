import { type AccountId, type RouteId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type Route, type Stop } from '../../domain/route';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type Delivery } from '../delivery';
import { announceRoute } from '../live/announce';

/**
 * Changes a route of this courier in one guarded write, publishes what happened and tells those who follow. What was done before
 * changes nothing and tells nobody.
 */
export async function changeOwnRoute(
  delivery: Delivery,
  id: RouteId,
  courier: AccountId,
  decide: (stored: StoredRoute) => Decided,
): Promise<StoredRoute> {
  const done = { changed: false };
  const after = await delivery.store.routes.change(id, (stored) => {
    if (stored.route.courier.accountId !== courier) throw notFound();
    const decided = decide(stored);
    done.changed = decided.next !== undefined;
    return decided;
  });
  const stored = found(after);
  if (done.changed) {
    delivery.nudge('routes', id);
    announceRoute(delivery, stored);
  }
  return stored;
}

/** The route of this courier that visits the stop. */
export async function ownRouteOf(delivery: Delivery, stopId: StopId, courier: AccountId): Promise<RouteId> {
  const stored = found(await delivery.store.routes.findByStop(stopId));
  if (stored.route.courier.accountId !== courier) throw notFound();
  return stored.route.routeId;
}

/** The route with one stop replaced. */
export const withStop = <R extends Route>(route: R, stop: Stop): R => ({
  ...route,
  stops: route.stops.map((one) => (one.stopId === stop.stopId ? stop : one)),
});
