import { type PickupPointId } from '#shared/contracts/ids';
import { instantOf } from '../../domain/cityTime';
import { type StopToPlan } from '../../domain/planning/planTours';
import { type LoadDoc, type PickupPointDoc, type PlanDoc } from '../../storage/documents';
import { positionOf } from '../../storage/pickupPoints';
import { type DeliveryDeps } from '../deps';

export type Left = {
  readonly pickupPointId: PickupPointId;
  readonly why: 'unknown_point' | 'already_on_its_way';
};

/** What of a plan can be planned, and what not: points that we do not know, or that an earlier version already serves. */
export async function stopsToPlan(
  { store, cityOf }: DeliveryDeps,
  plan: PlanDoc,
  departAt: Date,
): Promise<{ stops: readonly StopToPlan[]; left: readonly Left[] }> {
  const loads = await store.plans.loadsOf(plan._id);
  const points = new Map(
    (await store.points.findMany(loads.map(({ pickupPointId }) => pickupPointId))).map((p) => [p._id, p]),
  );
  const { timeZone } = await cityOf(plan.cityId);
  const begun = (await store.routes.begunOfCycle(plan.cycleId)).filter(
    ({ route }) => route.consolidationId !== plan._id,
  );
  const served = new Set(begun.flatMap(({ route }) => route.stops.map(({ pickupPointId }) => pickupPointId)));
  const stops: StopToPlan[] = [];
  const left: Left[] = [];
  for (const load of loads) {
    const point = points.get(load.pickupPointId);
    if (served.has(load.pickupPointId))
      left.push({ pickupPointId: load.pickupPointId, why: 'already_on_its_way' });
    else if (!point) left.push({ pickupPointId: load.pickupPointId, why: 'unknown_point' });
    else
      stops.push(
        stopToPlan(load, point, (time) => minutesAfter(departAt, instantOf(plan.pickupDate, time, timeZone))),
      );
  }
  return { stops, left };
}

function stopToPlan(load: LoadDoc, point: PickupPointDoc, minuteOf: (time: string) => number): StopToPlan {
  const opens = Math.min(...point.openingHours.map(({ from }) => minuteOf(from)));
  const closes = Math.max(...point.openingHours.map(({ to }) => minuteOf(to)));
  return {
    stopId: load._id,
    position: positionOf(point),
    crates: load.crates.length,
    cold: load.crates.some(({ zone }) => zone === 'cold'),
    opens: Math.max(0, opens),
    closes,
  };
}

const minutesAfter = (start: Date, instant: Date): number => (instant.getTime() - start.getTime()) / 60_000;
