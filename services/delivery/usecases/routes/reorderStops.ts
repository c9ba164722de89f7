import { type RouteId, type StopId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { assertRouteCan } from '../../domain/lifecycle';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { editRoute } from './editRoute';
import { withStops } from './moveStop';

/** Visits the stops in this order. */
export const reorderStops = (
  deps: DeliveryDeps,
  id: RouteId,
  { version, stopIds }: { version: number; stopIds: readonly StopId[] },
): Promise<StoredRoute> =>
  editRoute(deps, id, version, (route) => {
    assertRouteCan('edit', route);
    const ordered = stopIds.flatMap((stopId) => route.stops.find((stop) => stop.stopId === stopId) ?? []);
    if (new Set(ordered).size !== route.stops.length || stopIds.length !== route.stops.length)
      throw new Refused('STOPS_DIFFER');
    return withStops(route, ordered);
  });
