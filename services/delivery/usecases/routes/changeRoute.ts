import { type RouteId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Route, type Stop } from '../../domain/route';
import { type Decided, type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { announceRoute } from '../live/announceRoute';

/**
 * Changes a route in one guarded write, publishes what happened and tells those who follow. What was done before changes nothing and
 * tells nobody.
 */
export async function changeRoute(
  deps: DeliveryDeps,
  id: RouteId,
  decide: (stored: StoredRoute) => Decided,
): Promise<StoredRoute> {
  const done = { changed: false };
  const after = await deps.store.routes.change(id, (stored) => {
    const decided = decide(stored);
    done.changed = decided.next !== undefined;
    return decided;
  });
  const stored = found(after);
  if (done.changed) {
    deps.nudge('routes', id);
    announceRoute(deps, stored);
  }
  return stored;
}

/** The route with one stop replaced. */
export const withStop = <R extends Route>(route: R, stop: Stop): R => ({
  ...route,
  stops: route.stops.map((one) => (one.stopId === stop.stopId ? stop : one)),
});
