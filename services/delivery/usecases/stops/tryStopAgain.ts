import { type AccountId, type StopId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { cityDateOf } from '../../domain/cityTime';
import { later } from '../../domain/happenedAt';
import { openSpans } from '../../domain/openSpans';
import { type FailedStop, type PlannedRoute, type Route, type SecondTry } from '../../domain/route';
import { type StoredRoute } from '../../storage/routes';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { announceRoute } from '../live/announceRoute';
import { withStop } from '../routes/changeRoute';
import { assertUnresolved } from './sendStopBack';
import { assertCarries } from '../routes/moveStop';
import { unpackBegun } from '../planning/unpackBegun';
import { routeCourier, tourMetres } from '../planning/writeRoutes';

type Asked = { readonly courierAccountId: AccountId; readonly departAt?: string | undefined };
type Again = FailedStop & { readonly resolution: SecondTry };

/**
 * Has a failed visit made again, with the same crates, on a route of its own. What was decided is kept with the failed stop first;
 * load and route are written from it, and the sweeper ends what a crash leaves between the two.
 * @returns the new visit.
 */
export async function tryStopAgain(
  deps: DeliveryDeps,
  stopId: StopId,
  { courierAccountId, departAt }: Asked,
): Promise<StopId> {
  const { store, now } = deps;
  const { route } = found(await store.routes.findByStop(stopId));
  const courier = await store.fleet.findCourier(courierAccountId);
  if (!courier?.active || courier.cityId !== route.cityId) throw new Refused('COURIER_UNKNOWN');
  const at = now();
  const after = await store.routes.change(route.routeId, ({ route: current }) => {
    const stop = found(current.stops.find((one) => one.stopId === stopId));
    if (isAgain(stop) && stop.resolution.courier.accountId === courierAccountId) return {};
    assertUnresolved('tryAgain', stop);
    assertCarries(routeCourier(courier), [stop]);
    const visit = derivedId('stp', stopId, 'second try');
    const resolution: SecondTry = {
      kind: 'second_try',
      stopId: visit,
      routeId: derivedId('rou', visit),
      courier: routeCourier(courier),
      departAt: departAt === undefined ? at : later(new Date(departAt), at),
      at,
      unwritten: true,
    };
    return { next: withStop(current, { ...stop, resolution }) };
  });
  const stored = found(after);
  await writeSecondTries(deps, stored);
  const stop = found(stored.route.stops.find((one) => one.stopId === stopId));
  if (!isAgain(stop)) throw new Refused('CHANGED_MEANWHILE');
  return stop.resolution.stopId;
}

/** Writes the routes that failed stops of this one were promised. Done again, it changes nothing. */
export async function writeSecondTries(deps: DeliveryDeps, { route }: StoredRoute): Promise<void> {
  for (const stop of route.stops)
    if (isAgain(stop) && stop.resolution.unwritten) await writeOne(deps, route, stop);
}

async function writeOne(deps: DeliveryDeps, route: Route, stop: Again): Promise<void> {
  const { store, now, nudge } = deps;
  const { unwritten: _unwritten, ...resolution } = stop.resolution;
  const load = found(await store.plans.findLoad(stop.stopId));
  await store.plans.putLoads([{ ...load, _id: resolution.stopId, secondTryOf: stop.stopId }]);
  await store.routes.insertMany([await routeAgain(deps, route, stop)]);
  await unpackNewer(deps, route);
  const { consolidationId, cityId } = route;
  const planned = event(
    'delivery.routes_planned.v1',
    consolidationId,
    { consolidationId, cityId, routeIds: [resolution.routeId] },
    { now: now(), id: `delivery.routes_planned.v1:${resolution.routeId}` },
  );
  const after = await store.routes.change(route.routeId, ({ route: current }) => {
    const there = found(current.stops.find(({ stopId }) => stopId === stop.stopId));
    if (!isAgain(there) || !there.resolution.unwritten) return {};
    return { next: withStop(current, { ...there, resolution }), events: [planned] };
  });
  nudge('routes', route.routeId);
  announceRoute(deps, found(after));
  announceRoute(deps, found(await store.routes.find(resolution.routeId)));
}

async function routeAgain({ store, cityOf }: DeliveryDeps, route: Route, stop: Again): Promise<PlannedRoute> {
  const { stopId, routeId, courier, departAt } = stop.resolution;
  const { timeZone } = await cityOf(route.cityId);
  const { pickupPointId, position, orders } = stop;
  const crates = stop.crates.map(({ crateId, label, zone, units }) => ({ crateId, label, zone, units }));
  const point = await store.points.find(pickupPointId);
  const pickupDate = cityDateOf(departAt, timeZone);
  const open = openSpans(point?.openingHours ?? [], pickupDate, timeZone);
  const stops = [{ stopId, pickupPointId, position, orders, crates, open, status: 'pending' as const }];
  return {
    routeId,
    secondTryOf: stop.stopId,
    consolidationId: route.consolidationId,
    cityId: route.cityId,
    cycleId: route.cycleId,
    pickupDate,
    status: 'planned',
    courier,
    facility: route.facility,
    plannedDepartureAt: departAt,
    distanceMetres: tourMetres(route.facility, stops),
    stops,
  };
}

/** A newer version that came in while the crates were written down may have looked before they were there. */
async function unpackNewer(deps: DeliveryDeps, { cityId, cycleId, consolidationId }: Route): Promise<void> {
  const ofCity = (await deps.store.plans.ofCycle(cycleId)).filter((plan) => plan.cityId === cityId);
  const newest = ofCity.find(({ status }) => status !== 'collecting' && status !== 'superseded');
  if (newest && newest._id !== consolidationId) await unpackBegun(deps, newest);
}

const isAgain = (stop: Route['stops'][number]): stop is Again =>
  stop.status === 'failed' && stop.resolution?.kind === 'second_try';
