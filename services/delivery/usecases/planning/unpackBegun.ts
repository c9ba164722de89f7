import { type SkuId } from '#shared/contracts/ids';
import { type Route, type Stop } from '../../domain/route';
import { unpack } from '../../domain/unpack';
import { type LoadDoc, type PlanDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { changeRoute } from '../routes/changeRoute';

type Wanted = ReadonlyMap<string, Pick<LoadDoc, 'orders' | 'crates'>>;

/**
 * Takes out of the crates of routes that have begun what a newer version of their consolidation does not bring any more, so that
 * couriers put down and leaders count what comes; both hear of it at once. So do stops that failed and wait for a decision, and
 * second tries. A stop that the courier has reached stays as it is. The route first, then the loads of stops that became so: whoever
 * goes on after a crash does the same.
 */
export async function unpackBegun(deps: DeliveryDeps, plan: PlanDoc): Promise<void> {
  const { store } = deps;
  const newer = await store.plans.loadsOf(plan._id);
  const whole = await store.plans.findLoads(newer.map(({ _id }) => _id));
  const wanted: Wanted = new Map(whole.map((load) => [load.pickupPointId, load]));
  for (const { route } of await store.routes.carryingOfCycle(plan.cycleId)) {
    if (route.cityId !== plan.cityId || route.consolidationId === plan._id) continue;
    if (!route.stops.some(mayLose)) continue;
    const loads = await store.plans.findLoads(route.stops.map(({ stopId }) => stopId));
    const left = loads.map((load) => leftOf(load, wanted));
    const after = await changeRoute(deps, route.routeId, ({ route: now }) => {
      const next = unpacked(now, left);
      return next ? { next } : {};
    });
    await store.plans.putLoads(left.filter((load) => after.route.stops.some((stop) => isPacked(stop, load))));
  }
}

function leftOf(load: LoadDoc, wanted: Wanted): LoadDoc {
  const come = wanted.get(load.pickupPointId);
  const units = new Map<SkuId, number>();
  for (const { skuId, units: some } of (come?.crates ?? []).flatMap(({ items }) => items))
    units.set(skuId, (units.get(skuId) ?? 0) + some);
  return { ...load, orders: come?.orders ?? 0, crates: unpack(load.crates, units) };
}

/** Whether the stop brings exactly these crates, with as many goods in each. */
const isPacked = ({ stopId, orders, crates }: Stop, load: LoadDoc): boolean =>
  stopId === load._id &&
  orders === load.orders &&
  crates.length === load.crates.length &&
  crates.every(({ crateId, units }) =>
    load.crates.some((packed) => packed.crateId === crateId && packed.units === units),
  );

/** Whether its goods are still to come: they lie in a van or a warehouse, and nobody counted them. */
function mayLose(stop: Stop): boolean {
  if (stop.status !== 'failed') return stop.status === 'pending';
  const { resolution } = stop;
  return !resolution || (resolution.kind === 'second_try' && resolution.unwritten === true);
}

/** The route with the crates that its loads have, at stops whose goods are still to come; undefined when it is so already. */
function unpacked(route: Route, loads: readonly LoadDoc[]): Route | undefined {
  const stops = route.stops.map((stop) => {
    const load = loads.find(({ _id }) => _id === stop.stopId);
    if (!load || !mayLose(stop) || isPacked(stop, load)) return stop;
    const crates = stop.crates.flatMap((crate) => {
      const packed = load.crates.find(({ crateId }) => crateId === crate.crateId);
      return packed ? [{ ...crate, units: packed.units }] : [];
    });
    return { ...stop, orders: load.orders, crates };
  });
  return stops.every((stop, at) => stop === route.stops[at]) ? undefined : { ...route, stops };
}
