import { type SkuId } from '#shared/contracts/ids';
import { type Route } from '../../domain/route';
import { unpack } from '../../domain/unpack';
import { type LoadDoc, type PlanDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';

type Wanted = ReadonlyMap<string, Pick<LoadDoc, 'orders' | 'crates'>>;

/**
 * Takes out of the crates of routes that are being loaded what a newer version of their consolidation does not bring any more, so
 * that couriers carry and leaders count what comes. Loads first: whoever goes on after a crash finds the route as it was, and
 * does the same. A route that has left stays as it is: the goods are on it.
 */
export async function unpackLoading({ store }: DeliveryDeps, plan: PlanDoc): Promise<void> {
  const newer = await store.plans.loadsOf(plan._id);
  const whole = await store.plans.findLoads(newer.map(({ _id }) => _id));
  const wanted: Wanted = new Map(whole.map((load) => [load.pickupPointId, load]));
  for (const { route } of await store.routes.begunOfCycle(plan.cycleId)) {
    if (route.status !== 'loading' || route.cityId !== plan.cityId) continue;
    if (route.consolidationId === plan._id || route.secondTryOf !== undefined) continue;
    const loads = await store.plans.findLoads(route.stops.map(({ stopId }) => stopId));
    const left = loads.map((load) => leftOf(load, wanted));
    await store.plans.putLoads(left);
    await store.routes.change(route.routeId, ({ route: now }) =>
      now.status === 'loading' ? { next: asLoaded(now, left) } : {},
    );
  }
}

function leftOf(load: LoadDoc, wanted: Wanted): LoadDoc {
  const come = wanted.get(load.pickupPointId);
  const units = new Map<SkuId, number>();
  for (const { skuId, units: some } of (come?.crates ?? []).flatMap(({ items }) => items))
    units.set(skuId, (units.get(skuId) ?? 0) + some);
  return { ...load, orders: come?.orders ?? 0, crates: unpack(load.crates, units) };
}

/** The route with the crates that its loads have, and as many goods in each. */
function asLoaded<R extends Route>(route: R, loads: readonly LoadDoc[]): R {
  const stops = route.stops.map((stop) => {
    const load = loads.find(({ _id }) => _id === stop.stopId);
    if (!load) return stop;
    const crates = stop.crates.flatMap((crate) => {
      const packed = load.crates.find(({ crateId }) => crateId === crate.crateId);
      return packed ? [{ ...crate, units: packed.units }] : [];
    });
    return { ...stop, orders: load.orders, crates };
  });
  return { ...route, stops };
}
