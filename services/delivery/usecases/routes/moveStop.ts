import { type RouteId, type StopId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { assertRouteCan } from '../../domain/lifecycle';
import { cratesOf, type PlannedRoute, type Route, type RouteCourier, type Stop } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { announceRoute } from '../live/announceRoute';
import { tourMetres } from '../planning/writeRoutes';

/**
 * Moves a stop to another route of the plan. It leaves the one and is kept there as `leaving` until it stands in the other: at each
 * moment it is in exactly one place, and a route with a stop that is leaving cannot be loaded. After a crash the sweeper ends it.
 */
export async function moveStop(
  deps: DeliveryDeps,
  from: RouteId,
  { version, stopId, toRouteId }: { version: number; stopId: StopId; toRouteId: RouteId },
): Promise<{ from: StoredRoute; to: StoredRoute }> {
  const target = found(await deps.store.routes.find(toRouteId));
  const left = await deps.store.routes.change(from, (stored) => {
    const { route, leaving } = stored;
    if (leaving?.stop.stopId === stopId && leaving.toRouteId === toRouteId) return {};
    assertRouteCan('edit', route);
    assertRouteCan('edit', target.route);
    if (stored.version !== version || leaving) throw new Refused('CHANGED_MEANWHILE');
    const stop = found(route.stops.find((one) => one.stopId === stopId));
    if (target.route.consolidationId !== route.consolidationId || toRouteId === from)
      throw new Refused('NOT_FOUND');
    assertCarries(target.route.courier, [...target.route.stops, stop]);
    return { next: withStops(route, without(route.stops, stopId)), leaving: { stop, toRouteId } };
  });
  await finishMove(deps, found(left));
  const after = found(await deps.store.routes.find(from));
  const to = found(await deps.store.routes.find(toRouteId));
  if (!to.route.stops.some((stop) => stop.stopId === stopId)) throw new Refused('CHANGED_MEANWHILE');
  announceRoute(deps, after);
  announceRoute(deps, to);
  return { from: after, to };
}

/** Puts a leaving stop where it goes to – or back, when that route was begun meanwhile. Can be done again at any point. */
export async function finishMove({ store }: DeliveryDeps, { route, leaving }: StoredRoute): Promise<void> {
  if (!leaving) return;
  const { stop, toRouteId } = leaving;
  const to = await store.routes.change(toRouteId, ({ route: target }) => {
    if (target.status !== 'planned' || target.stops.some(({ stopId }) => stopId === stop.stopId)) return {};
    return { next: withStops(target, cheapestPlace(target, stop)) };
  });
  const arrived = to?.route.stops.some(({ stopId }) => stopId === stop.stopId) ?? false;
  await store.routes.change(route.routeId, ({ route: source, leaving: still }) => {
    if (still?.stop.stopId !== stop.stopId) return {};
    if (arrived || source.status !== 'planned') return { next: source, leaving: null };
    return { next: withStops(source, [...source.stops, stop]), leaving: null };
  });
}

/** @throws {Refused} CAPACITY_EXCEEDED when the vehicle is too small, or cannot cool what must be cooled. */
export function assertCarries(courier: RouteCourier, stops: readonly Stop[]): void {
  const crates = cratesOf({ stops });
  if (crates.length > courier.crateCapacity) throw new Refused('CAPACITY_EXCEEDED');
  if (!courier.coldCapable && crates.some(({ zone }) => zone === 'cold'))
    throw new Refused('CAPACITY_EXCEEDED', 'This vehicle cannot carry cold goods');
}

/** The route through these stops, as long as that makes it. */
export const withStops = (route: PlannedRoute, stops: readonly Stop[]): Route => ({
  ...route,
  stops,
  distanceMetres: tourMetres(route.facility, stops),
});

const without = (stops: readonly Stop[], id: StopId) => stops.filter(({ stopId }) => stopId !== id);

function cheapestPlace(route: PlannedRoute, stop: Stop): readonly Stop[] {
  const tries = Array.from({ length: route.stops.length + 1 }, (_, at) => route.stops.toSpliced(at, 0, stop));
  const [best = [...route.stops, stop]] = tries.sort(
    (a, b) => tourMetres(route.facility, a) - tourMetres(route.facility, b),
  );
  return best;
}
