import { type TourProblem } from './tourProblem';

/** Slices of work: whoever runs it may pause between two, so that others get their turn. */
export type Work<T> = Generator<undefined, T>;

const longestSegment = 3;
const maxPasses = 60;
const gain = 1e-6;

/**
 * A good order of the places of `problem`: nearest neighbour, shortened by 2-opt and or-opt, then moved about for windows and cold
 * goods as long as `effort` (places looked at) lasts. Never costs more than `given`. The same input gives the same tour.
 */
export function* improveTour(
  problem: TourProblem,
  given: readonly number[],
  effort: number,
): Work<readonly number[]> {
  let best = [...given];
  let bestCost = problem.cost(best);
  for (const start of [nearestNeighbour(problem, given), [...given]]) {
    const tour = yield* shorten(problem, start);
    const descended = yield* descend(problem, tour, effort / 2);
    const cost = problem.cost(descended);
    if (cost < bestCost - gain) [best, bestCost] = [descended, cost];
  }
  return best;
}

function nearestNeighbour({ metres }: TourProblem, places: readonly number[]): number[] {
  const left = new Set(places);
  const tour: number[] = [];
  for (let at = 0; left.size > 0;) {
    let nearest = -1;
    for (const place of left) if (nearest === -1 || metres(at, place) < metres(at, nearest)) nearest = place;
    left.delete(nearest);
    tour.push(nearest);
    at = nearest;
  }
  return tour;
}

/** 2-opt and or-opt by the way alone: what a change gains is known without walking the tour. */
function* shorten(problem: TourProblem, tour: number[]): Work<number[]> {
  for (let pass = 0, improved = true; improved && pass < maxPasses; pass += 1) {
    improved = false;
    for (let i = 0; i < tour.length; i += 1) {
      if (reverseBest(problem, tour, i) || moveBest(problem, tour, i)) improved = true;
      if (i % 8 === 0) yield;
    }
  }
  return tour;
}

/** Turns round the part from `i` on that gains most. */
function reverseBest({ metres }: TourProblem, tour: number[], i: number): boolean {
  const before = tour[i - 1] ?? 0;
  const first = tour[i] ?? 0;
  let end = -1;
  let most = gain;
  for (let j = i + 1; j < tour.length; j += 1) {
    const last = tour[j] ?? 0;
    const after = tour[j + 1];
    const saved =
      metres(before, first) -
      metres(before, last) +
      (after === undefined ? 0 : metres(last, after) - metres(first, after));
    if (saved > most) [most, end] = [saved, j];
  }
  if (end < 0) return false;
  tour.splice(i, end - i + 1, ...tour.slice(i, end + 1).reverse());
  return true;
}

/** Moves up to three neighbours that begin at `i` to where it gains most. */
function moveBest({ metres }: TourProblem, tour: number[], i: number): boolean {
  let bestMove: { length: number; to: number } | undefined;
  let most = gain;
  for (let length = 1; length <= longestSegment && i + length <= tour.length; length += 1) {
    const head = tour[i] ?? 0;
    const tail = tour[i + length - 1] ?? 0;
    const before = tour[i - 1] ?? 0;
    const after = tour[i + length];
    const freed =
      metres(before, head) + (after === undefined ? 0 : metres(tail, after) - metres(before, after));
    for (let to = 0; to <= tour.length; to += 1) {
      if (to >= i && to <= i + length) continue;
      const left = tour[to - 1] ?? 0;
      const right = tour[to];
      const paid = metres(left, head) + (right === undefined ? 0 : metres(tail, right) - metres(left, right));
      if (freed - paid > most) [most, bestMove] = [freed - paid, { length, to }];
    }
  }
  if (!bestMove) return false;
  relocate(tour, i, bestMove);
  return true;
}

function relocate(tour: number[], from: number, { length, to }: { length: number; to: number }): void {
  const segment = tour.splice(from, length);
  tour.splice(to > from ? to - length : to, 0, ...segment);
}

/** Moves single places for the whole cost: windows and cold goods too. */
function* descend(problem: TourProblem, tour: number[], effort: number): Work<number[]> {
  let current = [...tour];
  let cost = problem.cost(current);
  let left = effort;
  for (let improved = true; improved;) {
    improved = false;
    for (let i = 0; i < current.length; i += 1)
      for (let to = 0; to <= current.length; to += 1) {
        if (to === i || to === i + 1) continue;
        left -= current.length;
        if (left < 0) return current;
        const tried = [...current];
        relocate(tried, i, { length: 1, to });
        const triedCost = problem.cost(tried);
        if (triedCost < cost - gain) [current, cost, improved] = [tried, triedCost, true];
        if (to % 64 === 0) yield;
      }
  }
  return current;
}
