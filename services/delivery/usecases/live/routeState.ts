import { type PickupPointId } from '#shared/contracts/ids';
import { type Snapshot } from '#shared/contracts/realtime';
import { nextStopOf, type Stop } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type LiveRoute } from './liveRoute';

type RouteState = Extract<Snapshot, { kind: 'route' }>['route'];

/** A route as those who follow it as a whole see it. */
export function routeState({ route, version }: StoredRoute, { etas, seen }: LiveRoute): RouteState {
  const stopState = (stop: Stop) => {
    const { stopId, pickupPointId, status } = stop;
    const eta = etas.get(stopId);
    const receivedAt = stop.status === 'handed_over' ? stop.receivedAt : undefined;
    return {
      ...{ stopId, pickupPointId, status },
      ...(eta ? { eta: eta.toISOString() } : {}),
      ...(receivedAt ? { receivedAt: receivedAt.toISOString() } : {}),
    };
  };
  return {
    routeId: route.routeId,
    version,
    status: route.status,
    stops: route.stops.map(stopState),
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

/** When the courier is expected at the stops that lie ahead. */
export const etasOfRoute = ({ route }: StoredRoute, { etas }: LiveRoute) =>
  route.stops.flatMap(({ stopId, pickupPointId }) => {
    const eta = etas.get(stopId);
    return eta ? [{ stopId, pickupPointId, eta: eta.toISOString() }] : [];
  });
