import { type RouteId, type StopId } from '#shared/contracts/ids';
import { type Sighting } from '../../domain/etas';
import { nextStopOf } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { type Audience, audiences } from './broadcast';
import { latestOfEach } from './latestOfEach';
import { liveRoute, type LiveRoute } from './liveRoute';
import { type PassedPositions } from './passedPositions';
import { etasOfRoute } from './routeState';

const passedOnEveryMs = 1_000;
/** Routes whose last told ETAs are remembered; the oldest are forgotten, and told once more. */
const maxRemembered = 2_000;

/** Passes couriers' positions on, with the ETAs that they move: at most one a second per route, the latest. */
export function passPositions(deps: Omit<DeliveryDeps, 'positions'>): PassedPositions {
  const told = new Map<RouteId, ReadonlyMap<StopId, number>>();
  const lastSeen = new Map<RouteId, Sighting>();
  const passing = latestOfEach<RouteId, { readonly stored: StoredRoute; readonly sighting: Sighting }>(
    passedOnEveryMs,
    (routeId, { stored, sighting }) => {
      deps.inBackground('pass on a position', () => passOn(routeId, stored, sighting));
    },
  );

  async function passOn(routeId: RouteId, stored: StoredRoute, sighting: Sighting): Promise<void> {
    await deps.store.routes.putSighting(routeId, sighting);
    const live = await liveRoute(deps, stored.route, sighting);
    const courier = { routeId, position: sighting.position, at: sighting.at.toISOString() };
    const next = nextStopOf(stored.route);
    const to = [audiences.route(routeId), audiences.city(stored.route.cityId)];
    const near = next
      ? [audiences.arrivals(next.pickupPointId), audiences.pickupPoint(next.pickupPointId)]
      : [];
    deps.broadcast.sendVolatile([...to, ...near], 'courier_moved', courier);
    tellMovedEtas(stored, live);
  }

  /** ETAs move all the time; a minute is worth telling. */
  function tellMovedEtas(stored: StoredRoute, live: LiveRoute): void {
    const { routeId, cityId } = stored.route;
    const minutes = new Map([...live.etas].map(([id, eta]) => [id, Math.round(eta.getTime() / 60_000)]));
    const before = remember(told, routeId, minutes);
    const moved = etasOfRoute(stored, live).filter(
      ({ stopId }) => minutes.get(stopId) !== before?.get(stopId),
    );
    if (moved.length === 0) return;
    const tell = (to: readonly Audience[], etas: typeof moved) => {
      deps.broadcast.send(to, 'etas_moved', { routeId, etas });
    };
    tell([audiences.route(routeId), audiences.city(cityId)], moved);
    for (const one of moved)
      tell([audiences.arrivals(one.pickupPointId), audiences.pickupPoint(one.pickupPointId)], [one]);
  }

  return {
    last: (routeId) => lastSeen.get(routeId),
    put: (stored, sighting) => {
      const { routeId } = stored.route;
      remember(lastSeen, routeId, sighting);
      passing.put(routeId, { stored, sighting });
    },
    close: () => {
      passing.close();
    },
  };
}

/** Puts into a bounded map; answers what was there before. */
function remember<K, V>(map: Map<K, V>, key: K, value: V): V | undefined {
  const before = map.get(key);
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxRemembered && oldest !== undefined) map.delete(oldest);
  return before;
}
