import { type PickupPointId } from '#shared/contracts/ids';
import { type StoredRoute } from '../../storage/routes';
import { routeState, routeStateAt } from './routeState';
import { cityDateOf, instantOf } from '../../domain/cityTime';
import { type DeliveryDeps } from '../deps';
import { audiences } from './broadcast';
import { liveRoute, type LiveRoute } from './liveRoute';

/** Tells everybody concerned how a route stands; what gets lost is made good when they follow again. */
export function announceRoute(deps: DeliveryDeps, stored: StoredRoute): void {
  deps.inBackground('announce route', async () => {
    const live = await liveRoute(deps, stored.route);
    sendRoute(
      deps,
      stored,
      live,
      stored.route.stops.map(({ pickupPointId }) => pickupPointId),
    );
  });
}

/** To the followers of the whole route, and to each of these pickup points what it may see. */
export function sendRoute(
  { broadcast }: DeliveryDeps,
  stored: StoredRoute,
  live: LiveRoute,
  pickupPointIds: readonly PickupPointId[],
): void {
  const { routeId, cityId } = stored.route;
  broadcast.send(
    [audiences.route(routeId), audiences.city(cityId)],
    'route_changed',
    routeState(stored, live),
  );
  for (const id of pickupPointIds)
    broadcast.send(
      [audiences.arrivals(id), audiences.pickupPoint(id)],
      'route_changed',
      routeStateAt(stored, live, id),
    );
}

/** Tells the leader and the city what is ready, collected and overdue at a pickup point. */
export function announceBoard(deps: DeliveryDeps, pickupPointId: PickupPointId): void {
  deps.latestInBackground('announce board', pickupPointId, async () => {
    const point = await deps.store.points.find(pickupPointId);
    if (!point) return;
    const version = await deps.store.points.nextBoardVersion(pickupPointId);
    const counts = await deps.store.codes.counts(pickupPointId, await startOfToday(deps, point.cityId));
    deps.broadcast.send(
      [audiences.pickupPoint(pickupPointId), audiences.city(point.cityId)],
      'pickup_changed',
      { pickupPointId, version: version ?? 0, ...counts },
    );
  });
}

/** Midnight in the city, with which the day's counts begin. */
export async function startOfToday(
  { cityOf, now }: DeliveryDeps,
  cityId: Parameters<DeliveryDeps['cityOf']>[0],
): Promise<Date> {
  const { timeZone } = await cityOf(cityId);
  return instantOf(cityDateOf(now(), timeZone), '00:00', timeZone);
}
