import { type AccountId, type ConsolidationId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { instantOf } from '../../domain/cityTime';
import { planTours } from '../../domain/planning/planTours';
import { type CourierDoc, type PlanDoc, type PlanWish } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { inSlices } from './inSlices';
import { stopsToPlan } from './stopsToPlan';
import { writeRoutes } from './writeRoutes';

/**
 * Plans (or plans anew) the routes of a consolidation. What was decided is stored in the plan first; the routes are written from
 * it, and the sweeper ends what a crash leaves between the two.
 */
export async function planAsWished(
  deps: DeliveryDeps,
  consolidationId: ConsolidationId,
  wish: PlanWish,
): Promise<PlanDoc> {
  const { store, cityOf } = deps;
  const plan = await plannable(deps, consolidationId);
  const facility = await store.fleet.findFacility(wish.facilityId);
  if (facility?.cityId !== plan.cityId || !facility.open) throw new Refused('FACILITY_UNKNOWN');
  const couriers = await couriersFor(deps, plan, wish.courierAccountIds);
  const { timeZone, rules } = await cityOf(plan.cityId);
  const departAt = wish.departAt ?? firstShift(plan, couriers, timeZone);
  const { stops } = await stopsToPlan(deps, plan, departAt);
  const tours = await inSlices(
    planTours(
      facility.position,
      stops,
      couriers.map(({ _id, ...courier }) => ({ ...courier, accountId: _id })),
      { metresPerMinute: rules.courierMetresPerMinute, handoverMinutes: rules.handoverMinutes },
    ),
  );
  const revision = plan.revision + 1;
  const decided = await store.plans.act('decide', plan, {
    revision,
    wish,
    departAt,
    touchedAt: deps.now(),
    tours: tours.map((tour, index) => ({
      routeId: derivedId('rou', plan._id, String(revision), String(index)),
      ...tour,
    })),
  });
  if (!decided) throw new Refused('CHANGED_MEANWHILE');
  return writeRoutes(deps, decided);
}

/** @throws {Refused} when the plan is replaced, or loading has begun. */
async function plannable({ store }: DeliveryDeps, id: ConsolidationId): Promise<PlanDoc> {
  const plan = found(await store.plans.find(id)) as PlanDoc;
  switch (plan.status) {
    case 'superseded':
      throw new Refused('PLAN_SUPERSEDED');
    case 'collecting':
    case 'planning':
      throw new Refused('CHANGED_MEANWHILE', 'This plan is just being prepared: try again in a moment');
    case 'to_plan':
    case 'planned': {
      const begun = (await store.routes.ofPlan(id)).some(({ route }) => route.status !== 'planned');
      if (begun) throw new Refused('PLAN_UNDER_WAY');
      return plan;
    }
  }
}

async function couriersFor(
  { store }: DeliveryDeps,
  { cityId }: PlanDoc,
  wanted: readonly AccountId[] | undefined,
): Promise<readonly CourierDoc[]> {
  const active = await store.fleet.activeCouriers(cityId);
  const chosen = wanted === undefined ? active : active.filter(({ _id }) => wanted.includes(_id));
  if (chosen.length === 0 || (wanted && chosen.length < new Set(wanted).size))
    throw new Refused('COURIER_UNKNOWN');
  return chosen;
}

const firstShift = ({ pickupDate }: PlanDoc, couriers: readonly CourierDoc[], timeZone: string): Date => {
  const [first = '08:00'] = couriers.map(({ shift }) => shift.from).sort();
  return instantOf(pickupDate, first, timeZone);
};
