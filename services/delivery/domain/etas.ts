import { type Position } from '#shared/contracts/common';
import { type StopId } from '#shared/contracts/ids';
import { roadMetres } from './geo';
import { later } from './happenedAt';
import { openFrom } from './openSpans';
import { isAhead, type Route, type Stop } from './route';

export type Pace = { readonly courierMetresPerMinute: number; readonly handoverMinutes: number };
export type Sighting = { readonly position: Position; readonly at: Date };

/**
 * When the courier will stand at the open door of each stop that lies ahead, from where they were seen last (or from the last stop, or
 * the warehouse); who is there before it opens waits. A stop that was reached, or that nobody drives to any more, has none.
 */
export function etasOf(
  route: Route,
  seen: Sighting | undefined,
  pace: Pace,
  now: Date,
): ReadonlyMap<StopId, Date> {
  const etas = new Map<StopId, Date>();
  if (route.status === 'finished') return etas;
  let { position, at } = startOf(route, seen, pace, now);
  for (const stop of route.stops.filter(({ status }) => status === 'pending')) {
    const there = plusMinutes(at, roadMetres(position, stop.position) / pace.courierMetresPerMinute);
    at = openFrom(stop.open ?? [], there);
    etas.set(stop.stopId, at);
    at = plusMinutes(at, pace.handoverMinutes);
    position = stop.position;
  }
  return etas;
}

function startOf(route: Route, seen: Sighting | undefined, pace: Pace, now: Date): Sighting {
  if (route.status === 'planned' || route.status === 'loading')
    return { position: route.facility.position, at: later(route.plannedDepartureAt, now) };
  const standing = route.stops.find((stop) => stop.status === 'arrived');
  if (standing?.status === 'arrived')
    return {
      position: standing.position,
      at: later(plusMinutes(standing.arrivedAt, pace.handoverMinutes), now),
    };
  const left = lastLeft(route.stops) ?? {
    position: route.facility.position,
    at: 'departedAt' in route ? route.departedAt : now,
  };
  // Nobody arrives in the past: without news the courier is taken to stand where they were, and time goes on.
  const from = seen && seen.at > left.at ? seen : left;
  return { position: from.position, at: later(from.at, now) };
}

/** The stop that was left last, and when. */
function lastLeft(stops: readonly Stop[]): Sighting | undefined {
  return stops
    .filter((stop) => !isAhead(stop))
    .flatMap((stop): Sighting[] => {
      if (stop.status === 'handed_over') return [{ position: stop.position, at: stop.handedOverAt }];
      return stop.status === 'failed' && stop.arrivedAt
        ? [{ position: stop.position, at: stop.failure.at }]
        : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0];
}

const plusMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
