import { type CityRules } from '#shared/contracts/cityRules';
import { type Sighting } from '../../domain/etas';
import { type Route, type Stop } from '../../domain/route';
import { type LoadDoc, type PickupPointDoc, type ReceiptDoc } from '../../storage/documents';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { liveRoute } from '../live/liveRoute';

/** The rules of its city that a stop is shown with. */
export type StopLimits = Pick<CityRules, 'arrivalMetres' | 'chilledMaxCelsius' | 'frozenMaxCelsius'>;

/** One stop with all that is known about it; `point` and `load` are missing where delivery does not know them. */
export type SeenStop = {
  readonly route: Route;
  readonly stop: Stop;
  readonly eta: Date | undefined;
  readonly limits: StopLimits;
  readonly point: PickupPointDoc | undefined;
  readonly load: LoadDoc | undefined;
  readonly receipt: ReceiptDoc | undefined;
};

export type SeenRoute = {
  readonly stored: StoredRoute;
  readonly seen: Sighting | undefined;
  readonly stops: readonly SeenStop[];
};

/** A route with everything on its stops. */
export async function seeRoute(deps: DeliveryDeps, stored: StoredRoute): Promise<SeenRoute> {
  const { seen } = await liveRoute(deps, stored.route);
  return { stored, seen, stops: await seeStops(deps, stored, stored.route.stops) };
}

/** Some stops of a route, with what their crates hold. */
export async function seeStops(
  deps: DeliveryDeps,
  { route }: StoredRoute,
  stops: readonly Stop[],
): Promise<SeenStop[]> {
  const { store } = deps;
  const ids = stops.map(({ stopId }) => stopId);
  const [{ etas, rules: limits }, points, loads, receipts] = await Promise.all([
    liveRoute(deps, route),
    store.points.findMany(stops.map(({ pickupPointId }) => pickupPointId)),
    store.plans.findLoads(ids),
    store.receipts.findMany(ids),
  ]);
  return stops.map((stop) => ({
    route,
    stop,
    eta: etas.get(stop.stopId),
    limits,
    point: points.find(({ _id }) => _id === stop.pickupPointId),
    load: loads.find(({ _id }) => _id === stop.stopId),
    receipt: receipts.find(({ _id }) => _id === stop.stopId),
  }));
}
