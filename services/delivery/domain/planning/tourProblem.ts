import { type Position } from '#shared/contracts/common';
import { roadMetres } from '../geo';

/** Minutes after departure between which a place can be visited. */
export type OpenWindow = { readonly opens: number; readonly closes: number };

/** A place to visit, as far as the order of visits depends on it. */
export type TourStop = {
  readonly position: Position;
  readonly cold: boolean;
  /** In order; of the last one lateness is counted. */
  readonly windows: readonly OpenWindow[];
};

export type TourPace = { readonly metresPerMinute: number; readonly handoverMinutes: number };

/** Places by number, 0 is where the tour begins; the tour ends at its last stop. */
export type TourProblem = {
  readonly size: number;
  readonly metres: (from: number, to: number) => number;
  /** What an order of all places costs, in metres: the way, plus being late or waiting, plus the time that cold goods are on the road. */
  readonly cost: (order: readonly number[]) => number;
};

/** A minute late at a closed door is worth this detour, one of waiting for it to open or more on the road for cold goods those. */
const metresPerMinuteLate = 2_000;
const metresPerMinuteWaited = 100;
const metresPerColdMinute = 15;

export function tourProblem(start: Position, stops: readonly TourStop[], pace: TourPace): TourProblem {
  const places = [start, ...stops.map(({ position }) => position)];
  const size = places.length;
  const table = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1) {
      const from = places[a];
      const to = places[b];
      const way = from && to ? roadMetres(from, to) : 0;
      table[a * size + b] = way;
      table[b * size + a] = way;
    }
  const metres = (from: number, to: number) => table[from * size + to] ?? 0;
  return {
    size,
    metres,
    cost(order) {
      let sum = 0;
      let minute = 0;
      let from = 0;
      for (const to of order) {
        const stop = stops[to - 1];
        if (!stop) continue;
        const way = metres(from, to);
        const there = minute + way / pace.metresPerMinute;
        const visit = visitOf(stop, there);
        sum += way + visit.late * metresPerMinuteLate + (visit.minute - there) * metresPerMinuteWaited;
        minute = visit.minute;
        if (stop.cold) sum += minute * metresPerColdMinute;
        minute += pace.handoverMinutes;
        from = to;
      }
      return sum;
    },
  };
}

/** Who comes at `minute` waits for the next opening; after the last closing they are late. */
function visitOf({ windows }: TourStop, minute: number): { readonly minute: number; readonly late: number } {
  for (const { opens, closes } of windows)
    if (minute <= closes) return { minute: Math.max(minute, opens), late: 0 };
  const last = windows.at(-1);
  return { minute, late: last ? minute - last.closes : 0 };
}
