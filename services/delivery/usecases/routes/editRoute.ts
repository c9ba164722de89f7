import { type RouteId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type Route } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { announceRoute } from '../live/announceRoute';

/** Changes a route by an operator's hand, if nobody changed it since `version` and no stop is just leaving it. */
export async function editRoute(
  deps: DeliveryDeps,
  id: RouteId,
  version: number,
  change: (route: Route) => Route,
): Promise<StoredRoute> {
  const after = await deps.store.routes.change(id, (stored) => {
    if (stored.version !== version || stored.leaving) throw new Refused('CHANGED_MEANWHILE');
    return { next: change(stored.route) };
  });
  announceRoute(deps, found(after));
  return found(after);
}
