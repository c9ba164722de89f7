import { type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type RouteId, type StopId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type Stop } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { routeCard } from '../../views/routes';
import { stopView } from '../../views/stops';
import { type Delivery } from '../delivery';
import { liveRoute } from '../live/etas';

/** A route with everything on its stops. */
export async function viewRoute(delivery: Delivery, stored: StoredRoute): Promise<RouteView> {
  const { seen } = await liveRoute(delivery, stored.route);
  return {
    route: routeCard(stored),
    stops: await viewStops(delivery, stored, stored.route.stops),
    ...(seen ? { position: { position: seen.position, at: seen.at.toISOString() } } : {}),
  };
}

/** Some stops of a route, with what their crates hold. */
export async function viewStops(
  delivery: Delivery,
  { route }: StoredRoute,
  stops: readonly Stop[],
): Promise<StopView[]> {
  const { store } = delivery;
  const ids = stops.map(({ stopId }) => stopId);
  const [{ etas }, points, loads, receipts] = await Promise.all([
    liveRoute(delivery, route),
    store.points.findMany(stops.map(({ pickupPointId }) => pickupPointId)),
    store.plans.findLoads(ids),
    store.receipts.findMany(ids),
  ]);
  return stops.map((stop) =>
    stopView({
      route,
      stop,
      eta: etas.get(stop.stopId),
      point: points.find(({ _id }) => _id === stop.pickupPointId),
      load: loads.find(({ _id }) => _id === stop.stopId),
      receipt: receipts.find(({ _id }) => _id === stop.stopId),
    }),
  );
}

/** The route, for its courier and for operators. */
export async function getRoute(delivery: Delivery, id: RouteId, caller: AccountCaller): Promise<RouteView> {
  const stored = found(await delivery.store.routes.find(id));
  if (!holds(caller, 'operator') && stored.route.courier.accountId !== caller.accountId) throw notFound();
  return viewRoute(delivery, stored);
}

/** One stop, for its courier, the leader of its point, and operators. */
export async function getStop(delivery: Delivery, id: StopId, caller: AccountCaller): Promise<StopView> {
  const stored = found(await delivery.store.routes.findByStop(id));
  const stop = found(stored.route.stops.find(({ stopId }) => stopId === id));
  const isTheirs =
    holds(caller, 'operator') ||
    stored.route.courier.accountId === caller.accountId ||
    (await delivery.store.points.find(stop.pickupPointId))?.leader?.accountId === caller.accountId;
  if (!isTheirs) throw notFound();
  return found((await viewStops(delivery, stored, [stop]))[0]);
}
