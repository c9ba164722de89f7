import { type RouteCard, type RouteView } from '#shared/contracts/delivery/routes';
import { cratesOf, isAhead, isUndecided, warmAt } from '../domain/route';
import { type StoredRoute } from '../storage/routes';
import { type SeenRoute } from '../usecases/routes/seeRoute';
import { presentStop } from './presentStop';

/** A route in a list, without its stops. */
export function presentRouteCard({ route, version }: StoredRoute): RouteCard {
  const crates = cratesOf(route);
  const { accountId, displayName, vehicle, crateCapacity } = route.courier;
  return {
    routeId: route.routeId,
    version,
    status: route.status,
    consolidationId: route.consolidationId,
    cityId: route.cityId,
    pickupDate: route.pickupDate,
    courier: { accountId, displayName, vehicle, crateCapacity },
    facility: route.facility,
    stops: route.stops.length,
    stopsDone: route.stops.filter((stop) => !isAhead(stop)).length,
    undecided: route.stops.filter(isUndecided).length,
    warm: route.stops.flatMap(warmAt).length,
    crates: {
      total: crates.length,
      loaded: crates.filter(({ loadedAt }) => loadedAt).length,
      missing: crates.filter(({ missing }) => missing !== undefined).length,
    },
    distanceMetres: route.distanceMetres,
    plannedDepartureAt: route.plannedDepartureAt.toISOString(),
    ...('departedAt' in route ? { departedAt: route.departedAt.toISOString() } : {}),
    ...(route.status === 'finished' ? { finishedAt: route.finishedAt.toISOString() } : {}),
  };
}

/** A route with everything on its stops. */
export const presentRoute = ({ stored, seen, stops }: SeenRoute): RouteView => ({
  route: presentRouteCard(stored),
  stops: stops.map(presentStop),
  ...(seen ? { position: { position: seen.position, at: seen.at.toISOString() } } : {}),
});
