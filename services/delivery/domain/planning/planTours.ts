import { type Position } from '#shared/contracts/common';
import { type AccountId, type StopId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { assignStops, type Assignment } from './assignStops';
import { improveTour, type Work } from './improveTour';
import { type OpenWindow, type TourPace, tourProblem } from './tourProblem';

export type StopToPlan = {
  readonly stopId: StopId;
  readonly position: Position;
  readonly crates: number;
  readonly cold: boolean;
  /** In order; of the last one lateness is counted. */
  readonly windows: readonly OpenWindow[];
};

export type CourierToPlan = {
  readonly accountId: AccountId;
  readonly crateCapacity: number;
  readonly coldCapable: boolean;
};

export type PlannedTour = { readonly courierAccountId: AccountId; readonly stopIds: readonly StopId[] };

/** A courier is not sent out for fewer stops than this while others have room. */
const worthATrip = 4;
/** Places looked at for all tours together: about a second of work. */
const wholeEffort = 24_000_000;

/**
 * Who visits which stops in which order: at most one tour per courier, cold goods only with those who can cool, capacity kept,
 * every stop once. Work comes in slices; the same input gives the same plan.
 * @throws {Refused} NOTHING_TO_PLAN, CAPACITY_EXCEEDED
 */
export function* planTours(
  start: Position,
  stops: readonly StopToPlan[],
  couriers: readonly CourierToPlan[],
  pace: TourPace,
): Work<readonly PlannedTour[]> {
  if (stops.length === 0) throw new Refused('NOTHING_TO_PLAN');
  const { assignment, chosen } = assign(start, stops, couriers);
  const effort = wholeEffort / assignment.length;
  const tours: PlannedTour[] = [];
  for (const [index, indexes] of assignment.entries()) {
    const courier = chosen[index];
    if (!courier || indexes.length === 0) continue;
    const own = indexes.flatMap((at) => stops[at] ?? []);
    const problem = tourProblem(start, own, pace);
    yield;
    const order = yield* improveTour(
      problem,
      own.map((_, at) => at + 1),
      effort,
    );
    tours.push({
      courierAccountId: courier.accountId,
      stopIds: order.flatMap((place) => own[place - 1]?.stopId ?? []),
    });
  }
  return tours;
}

/** With as few couriers as make sense, more when they cannot carry it; those who can cool come first when there is need. */
function assign(
  start: Position,
  stops: readonly StopToPlan[],
  couriers: readonly CourierToPlan[],
): { assignment: Assignment; chosen: readonly CourierToPlan[] } {
  const needsCold = stops.some(({ cold }) => cold);
  const ranked = needsCold
    ? [...couriers].sort((a, b) => Number(b.coldCapable) - Number(a.coldCapable))
    : couriers;
  const wanted = Math.max(1, Math.ceil(stops.length / worthATrip));
  for (let count = Math.min(wanted, ranked.length); count <= ranked.length; count += 1) {
    const chosen = ranked.slice(0, count);
    if (count === 0) break;
    const carriers = chosen.map(({ crateCapacity, coldCapable }) => ({ crates: crateCapacity, coldCapable }));
    const assignment = assignStops(start, stops, carriers);
    if (assignment) return { assignment, chosen };
  }
  throw new Refused('CAPACITY_EXCEEDED', undefined, {
    crates: stops.reduce((sum, { crates }) => sum + crates, 0),
    capacity: couriers.reduce((sum, { crateCapacity }) => sum + crateCapacity, 0),
  });
}
