import { type Position } from '#shared/contracts/common';
import { type AccountId, type RouteId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type Sighting } from '../../domain/etas';
import { happenedAt } from '../../domain/happenedAt';
import { assertRouteCan } from '../../domain/lifecycle';
import { isNews } from '../../domain/position';
import { nextStopOf } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { etasOfRoute } from '../../views/liveRoute';
import { type Delivery } from '../delivery';
import { type Audience, audiences } from '../live/broadcast';
import { liveRoute, type LiveRoute } from '../live/etas';
import { latestOfEach } from './latestOfEach';

const passedOnEveryMs = 1_000;
/** Routes whose last told ETAs are remembered; the oldest are forgotten, and told once more. */
const maxRemembered = 2_000;

type Passed = { readonly stored: StoredRoute; readonly sighting: Sighting };

/** Takes couriers' positions: checks each, and passes on at most one a second per route, the latest. */
export function positionReports(delivery: Delivery) {
  const told = new Map<RouteId, ReadonlyMap<StopId, number>>();
  const lastSeen = new Map<RouteId, Sighting>();
  const passing = latestOfEach<RouteId, Passed>(passedOnEveryMs, (routeId, passed) => {
    delivery.inBackground('pass on a position', () => passOn(routeId, passed));
  });

  async function passOn(routeId: RouteId, { stored, sighting }: Passed): Promise<void> {
    await delivery.store.routes.putSighting(routeId, sighting);
    const live = await liveRoute(delivery, stored.route, sighting);
    const courier = { routeId, position: sighting.position, at: sighting.at.toISOString() };
    const next = nextStopOf(stored.route);
    const to = [audiences.route(routeId), audiences.city(stored.route.cityId)];
    const near = next
      ? [audiences.arrivals(next.pickupPointId), audiences.pickupPoint(next.pickupPointId)]
      : [];
    delivery.broadcast.sendVolatile([...to, ...near], 'courier_moved', courier);
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
      delivery.broadcast.send(to, 'etas_moved', { routeId, etas });
    };
    tell([audiences.route(routeId), audiences.city(cityId)], moved);
    for (const one of moved)
      tell([audiences.arrivals(one.pickupPointId), audiences.pickupPoint(one.pickupPointId)], [one]);
  }

  return {
    /** @throws {Refused} NOT_FOUND, ROUTE_ACTION_NOT_ALLOWED, TIME_IMPLAUSIBLE, POSITION_IMPLAUSIBLE */
    report: async (
      courier: AccountId,
      { routeId, position, at }: { routeId: RouteId; position: Position; at: string },
    ): Promise<void> => {
      const stored = found(await delivery.store.routes.find(routeId));
      const { route } = stored;
      if (route.courier.accountId !== courier) throw notFound();
      assertRouteCan('visit', route);
      const sighting = { position, at: happenedAt(at, delivery.now()) };
      const last = lastSeen.get(routeId) ?? (await delivery.store.routes.sighting(routeId));
      if (!isNews(route, last, sighting)) return;
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
