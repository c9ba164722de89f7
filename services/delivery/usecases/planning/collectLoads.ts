import { type EventData } from '#shared/contracts/events';
import { type StopLoad } from '#shared/contracts/internal/orders';
import { DomainError } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { packCrates } from '../../domain/crates';
import { type LoadDoc, type PlanDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { planAsWished } from './planAsWished';
import { unpackBegun } from './unpackBegun';

type Frozen = EventData<'orders.consolidation_frozen.v1'>;
const loadsPerPage = 50;

/**
 * A cycle's totals were frozen: fetches and packs what every pickup point gets, and ends older versions. Each step looks at what is
 * stored, so a crash anywhere is made good when the event comes again – or by the sweeper, for the fetching.
 */
export async function consolidationFrozen(deps: DeliveryDeps, frozen: Frozen, frozenAt: Date): Promise<void> {
  const { consolidationId, cityId, cycleId, pickupDate, version, supersedes } = frozen;
  await deps.store.plans.insert({
    _id: consolidationId,
    ...{ cityId, cycleId, pickupDate, frozenAt },
    consolidationVersion: version,
    ...(supersedes === undefined ? {} : { supersedes }),
    status: 'collecting',
    version: 1,
    revision: 0,
    totals: { stops: 0, orders: 0, ambient: 0, cold: 0 },
    touchedAt: deps.now(),
  });
  const plan = await deps.store.plans.find(consolidationId);
  if (plan) await collectLoads(deps, plan);
}

/** Does what is left of collecting a plan's loads, and plans anew what was planned for an older version. */
export async function collectLoads(deps: DeliveryDeps, found: PlanDoc): Promise<void> {
  const plan = found.status === 'collecting' ? await fetchLoads(deps, found) : found;
  const wish = await endOlder(deps, plan);
  if (plan.status !== 'superseded' && plan.consolidationVersion > 1) await unpackBegun(deps, plan);
  if (plan.status !== 'to_plan' || !wish) return;
  try {
    await planAsWished(deps, plan._id, wish);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'SERVICE_UNAVAILABLE') throw error;
    deps.log.warn({ err: error, consolidationId: plan._id }, 'an operator must plan the routes anew');
  }
}

async function fetchLoads(deps: DeliveryDeps, plan: PlanDoc): Promise<PlanDoc> {
  const { store, orders, cityOf, now } = deps;
  const { rules } = await cityOf(plan.cityId);
  const totals = { stops: 0, orders: 0, ambient: 0, cold: 0 };
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const { items, nextCursor } = await orders.listStopLoads({
      params: { consolidationId: plan._id },
      query: { limit: String(loadsPerPage), ...(cursor === undefined ? {} : { cursor }) },
    });
    const loads = items
      .filter(({ skus }) => skus.length > 0)
      .map((load) => packed(plan, load, rules.unitsPerCrate));
    await store.plans.putLoads(loads);
    totals.stops += loads.length;
    for (const load of loads) {
      totals.orders += load.orders;
      for (const { zone } of load.crates) totals[zone] += 1;
    }
    cursor = nextCursor;
  }
  const newer = await store.plans.findNewer(plan.cycleId, plan.consolidationVersion);
  const step = newer ? 'supersede' : 'collect';
  const changed = await store.plans.act(step, plan, { totals, touchedAt: now() });
  // Nobody to tell: somebody else fetched the same at the same time.
  return changed ?? (await store.plans.find(plan._id)) ?? plan;
}

function packed(plan: PlanDoc, { pickupPointId, orders, skus }: StopLoad, unitsPerCrate: number): LoadDoc {
  const _id = derivedId('stp', plan._id, pickupPointId);
  return {
    _id,
    consolidationId: plan._id,
    pickupPointId,
    orders,
    crates: packCrates(_id, skus, unitsPerCrate),
  };
}

/** Ends what this version replaces; answers how that was planned. Routes that were begun run to their end. */
async function endOlder({ store, now }: DeliveryDeps, plan: PlanDoc): Promise<PlanDoc['wish']> {
  let wish: PlanDoc['wish'];
  const ofCycle = (await store.plans.ofCycle(plan.cycleId)).filter(({ cityId }) => cityId === plan.cityId);
  for (const older of ofCycle) {
    if (older.consolidationVersion >= plan.consolidationVersion) continue;
    if (older.status !== 'superseded') await store.plans.act('supersede', older, { touchedAt: now() });
    await store.routes.removePlanned(older._id, []);
    wish ??= older.wish;
  }
  return wish;
}
