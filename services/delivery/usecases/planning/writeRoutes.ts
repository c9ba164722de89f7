import { type StopId } from '#shared/contracts/ids';
import { roadMetres } from '../../domain/geo';
import { later } from '../../domain/happenedAt';
import { instantOf } from '../../domain/cityTime';
import { openSpans } from '../../domain/openSpans';
import { type PendingStop, type PlannedRoute, type RouteCourier, tourOf } from '../../domain/route';
import { type CourierDoc, type FacilityDoc, type PlanDoc } from '../../storage/documents';
import { positionOf } from '../../storage/pickupPoints';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';

/**
 * Writes the routes that a plan decided. Every step can be done again: older routes that nobody began go first, then come the new
 * ones under ids that follow from the plan, and last the plan says that they stand.
 */
export async function writeRoutes(deps: DeliveryDeps, plan: PlanDoc): Promise<PlanDoc> {
  const { store, now, nudge } = deps;
  if (plan.status !== 'planning' || !plan.tours) return plan;
  const ids = plan.tours.map(({ routeId }) => routeId);
  await store.routes.removePlanned(plan._id, ids);
  // A courier may have begun an older route a moment ago: its stops are on their way.
  const begun = (await store.routes.ofPlan(plan._id)).filter(({ route }) => !ids.includes(route.routeId));
  const taken = new Set(begun.flatMap(({ route }) => route.stops.map(({ stopId }) => stopId)));
  const routes = await plannedRoutes(deps, plan, taken);
  await store.routes.insertMany(routes);
  const { _id: consolidationId, cityId } = plan;
  const routeIds = routes.map(({ routeId }) => routeId);
  const planned = await store.plans.act(
    'write',
    plan,
    { touchedAt: now() },
    event(
      'delivery.routes_planned.v1',
      plan._id,
      { consolidationId, cityId, routeIds },
      { now: now(), id: `delivery.routes_planned.v1:${plan._id}:${plan.revision}` },
    ),
  );
  if (planned) nudge('plans', plan._id);
  const current = planned ?? (await store.plans.find(plan._id)) ?? plan;
  // Somebody was quicker and has planned anew since: what was just written is not wanted any more.
  if (current.revision !== plan.revision || current.status === 'superseded')
    await store.routes.removePlanned(
      plan._id,
      current.status === 'superseded' ? [] : (current.tours ?? []).map(({ routeId }) => routeId),
    );
  return current;
}

async function plannedRoutes(
  { store, cityOf, now }: DeliveryDeps,
  plan: PlanDoc,
  taken: ReadonlySet<StopId>,
): Promise<readonly PlannedRoute[]> {
  const tours = plan.tours ?? [];
  const facility = plan.wish && (await store.fleet.findFacility(plan.wish.facilityId));
  if (!facility) throw new Error(`The plan ${plan._id} names a warehouse that is not there`);
  const couriers = new Map((await store.fleet.activeCouriers(plan.cityId)).map((one) => [one._id, one]));
  const loads = new Map((await store.plans.loadsOf(plan._id)).map((load) => [load._id, load]));
  const points = new Map(
    (await store.points.findMany([...loads.values()].map(({ pickupPointId }) => pickupPointId))).map(
      (point) => [point._id, point],
    ),
  );
  const { timeZone } = await cityOf(plan.cityId);
  return tours.flatMap(({ routeId, courierAccountId, stopIds }): PlannedRoute[] => {
    const stops = stopIds.flatMap((stopId): PendingStop[] => {
      const load = loads.get(stopId);
      const point = load && points.get(load.pickupPointId);
      if (!load || !point || taken.has(stopId)) return [];
      const crates = load.crates.map(({ crateId, label, zone, units }) => ({ crateId, label, zone, units }));
      const { pickupPointId, orders } = load;
      const open = openSpans(point.openingHours, plan.pickupDate, timeZone);
      return [
        { stopId, pickupPointId, position: positionOf(point), orders, crates, open, status: 'pending' },
      ];
    });
    const courier = couriers.get(courierAccountId);
    if (stops.length === 0 || !courier) return [];
    const departAt = plan.departAt ?? now();
    return [
      {
        routeId,
        consolidationId: plan._id,
        cityId: plan.cityId,
        cycleId: plan.cycleId,
        pickupDate: plan.pickupDate,
        status: 'planned',
        courier: routeCourier(courier),
        facility: routeFacility(facility),
        plannedDepartureAt: later(departAt, instantOf(plan.pickupDate, courier.shift.from, timeZone)),
        distanceMetres: tourMetres(facility, stops),
        stops,
      },
    ];
  });
}

/** A courier as they were when the route was written: later changes of their profile do not touch it. */
export const routeCourier = (courier: CourierDoc): RouteCourier => ({
  accountId: courier._id,
  displayName: courier.displayName,
  vehicle: courier.vehicle,
  crateCapacity: courier.crateCapacity,
  coldCapable: courier.coldCapable,
});

const routeFacility = ({ _id, name, address, position }: FacilityDoc) => ({
  facilityId: _id,
  name,
  address,
  position,
});

/** Length of the tour from the warehouse to the last stop. */
export function tourMetres(...tour: Parameters<typeof tourOf>): number {
  const places = tourOf(...tour);
  return Math.round(
    places.slice(1).reduce((sum, place, index) => sum + roadMetres(places[index] ?? place, place), 0),
  );
}
