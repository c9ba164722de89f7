import { type AccountId, type RouteId, type StopId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { assertRouteCan } from '../../domain/lifecycle';
import { type Route } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type Delivery } from '../delivery';
import { announceRoute } from '../live/announce';
import { audiences } from '../live/broadcast';
import { assertCarries, withStops } from './moveStop';
import { routeCourier } from './writeRoutes';

/** Visits the stops in this order. */
export const reorderStops = (
  delivery: Delivery,
  id: RouteId,
  { version, stopIds }: { version: number; stopIds: readonly StopId[] },
): Promise<StoredRoute> =>
  edit(delivery, id, version, (route) => {
    assertRouteCan('edit', route);
    const ordered = stopIds.flatMap((stopId) => route.stops.find((stop) => stop.stopId === stopId) ?? []);
    if (new Set(ordered).size !== route.stops.length || stopIds.length !== route.stops.length)
      throw new Refused('STOPS_DIFFER');
    return withStops(route, ordered);
  });

/** Gives the route, with what is left of it, to another courier of the city. */
export async function reassignRoute(
  delivery: Delivery,
  id: RouteId,
  { version, courierAccountId }: { version: number; courierAccountId: AccountId },
): Promise<StoredRoute> {
  const courier = await delivery.store.fleet.findCourier(courierAccountId);
  const after = await edit(delivery, id, version, (route) => {
    assertRouteCan('takeOver', route);
    if (!courier?.active || courier.cityId !== route.cityId) throw new Refused('COURIER_UNKNOWN');
    assertCarries(
      routeCourier(courier),
      route.stops.filter(({ status }) => status !== 'handed_over'),
    );
    return { ...route, courier: routeCourier(courier) };
  });
  delivery.broadcast.dismiss(audiences.route(id), courierAccountId);
  return after;
}

async function edit(
  delivery: Delivery,
  id: RouteId,
  version: number,
  change: (route: Route) => Route,
): Promise<StoredRoute> {
  const after = await delivery.store.routes.change(id, (stored) => {
    if (stored.version !== version || stored.leaving) throw new Refused('CHANGED_MEANWHILE');
    return { next: change(stored.route) };
  });
  announceRoute(delivery, found(after));
  return found(after);
}
