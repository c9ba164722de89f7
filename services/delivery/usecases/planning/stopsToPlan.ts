import { type PickupPointId } from '#shared/contracts/ids';
import { type OpenSpan, openSpans } from '../../domain/openSpans';
import { type StopToPlan } from '../../domain/planning/planTours';
import { type OpenWindow } from '../../domain/planning/tourProblem';
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
        stopToPlan(
          load,
          point,
          windowsAfter(departAt, openSpans(point.openingHours, plan.pickupDate, timeZone)),
        ),
      );
  }
  return { stops, left };
}

function stopToPlan(load: LoadDoc, point: PickupPointDoc, windows: readonly OpenWindow[]): StopToPlan {
  return {
    stopId: load._id,
    position: positionOf(point),
    crates: load.crates.length,
    cold: load.crates.some(({ zone }) => zone === 'cold'),
    windows,
  };
}

/** What of a day is left at departure; of a day that is over the last window, so that it is known how late a courier comes. */
function windowsAfter(departAt: Date, spans: readonly OpenSpan[]): readonly OpenWindow[] {
  const windows = spans.map(({ from, to }) => ({
    opens: Math.max(0, minutesBetween(departAt, from)),
    closes: minutesBetween(departAt, to),
  }));
  const ahead = windows.filter(({ closes }) => closes >= 0);
  return ahead.length > 0 ? ahead : windows.slice(-1);
}

const minutesBetween = (start: Date, instant: Date): number => (instant.getTime() - start.getTime()) / 60_000;
