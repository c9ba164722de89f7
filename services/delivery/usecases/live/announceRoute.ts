import { type PickupPointId } from '#shared/contracts/ids';
import { type StoredRoute } from '../../storage/routes';
import { routeState, routeStateAt } from './routeState';
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
