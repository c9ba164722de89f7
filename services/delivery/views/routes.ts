import { type RouteCard } from '#shared/contracts/delivery/routes';
import { cratesOf, isAhead, isUndecided } from '../domain/route';
import { type StoredRoute } from '../storage/routes';

/** A route in a list, without its stops. */
export function routeCard({ route, version }: StoredRoute): RouteCard {
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
