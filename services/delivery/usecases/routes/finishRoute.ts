import { type AccountId, type RouteId } from '#shared/contracts/ids';
import { happenedAt, later } from '../../domain/happenedAt';
import { assertRouteCan, RouteActionNotAllowed } from '../../domain/lifecycle';
import { isAhead } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { changeOwnRoute } from './changeOwnRoute';

/** Ends a route of which no stop lies ahead. */
export function finishRoute(
  deps: DeliveryDeps,
  id: RouteId,
  courier: AccountId,
  { at }: { readonly at?: string | undefined },
): Promise<StoredRoute> {
  const now = deps.now();
  const happened = happenedAt(at, now);
  return changeOwnRoute(deps, id, courier, ({ route }) => {
    if (route.status === 'finished') return {};
    assertRouteCan('finish', route);
    if (route.stops.some(isAhead)) throw new RouteActionNotAllowed('finish', route.status);
    const { routeId, cityId, consolidationId } = route;
    return {
      next: { ...route, status: 'finished', finishedAt: later(happened, route.departedAt) },
      events: [event('delivery.route_finished.v1', routeId, { routeId, cityId, consolidationId }, { now })],
    };
  });
}
