import { type PickupPointId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { nextStopOf, type Stop } from '../domain/route';
import { type StoredRoute } from '../storage/routes';
import { type LiveRoute } from '../usecases/live/etas';

export type RouteState = Extract<Snapshot, { kind: 'route' }>['route'];

/** A route as those who follow it as a whole see it. */
export function routeState({ route, version }: StoredRoute, { etas, seen }: LiveRoute): RouteState {
  const stop = ({ stopId, pickupPointId, status }: Stop) => {
    const eta = etas.get(stopId);
    return { stopId, pickupPointId, status, ...(eta ? { eta: eta.toISOString() } : {}) };
  };
  return {
    routeId: route.routeId,
    version,
    status: route.status,
    stops: route.stops.map(stop),
    ...(seen && route.status === 'under_way'
      ? { courier: { routeId: route.routeId, position: seen.position, at: seen.at.toISOString() } }
      : {}),
  };
}

/** The same as one pickup point may see it: its own stop, and the courier only on the way there. */
export function routeStateAt(stored: StoredRoute, live: LiveRoute, pickupPointId: PickupPointId): RouteState {
  const { courier, stops, ...state } = routeState(stored, live);
  const isNext = nextStopOf(stored.route)?.pickupPointId === pickupPointId;
  return {
    ...state,
    stops: stops.filter((stop) => stop.pickupPointId === pickupPointId),
    ...(courier && isNext ? { courier } : {}),
  };
}
