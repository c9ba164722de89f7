import { performance } from 'node:perf_hooks';

/** One thing done; it must throw when it did not succeed. */
export type Operation = (turn: number) => Promise<void>;

export type Pace = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly done: number;
};

/** How long each operation took, in milliseconds, of those that ended within `seconds`. */
type Lap = { readonly times: readonly number[]; readonly seconds: number };

const laps = 4;

/**
 * Keeps `concurrency` of either operation under way for `seconds` each, by turns and each time after a warm-up of a third: whatever else
 * the machine is doing meets both alike.
 */
export async function inTurns(
  { concurrency, seconds }: { readonly concurrency: number; readonly seconds: number },
  mine: Operation,
  theirs: Operation,
): Promise<{ readonly mine: Pace; readonly theirs: Pace }> {
  const done = { mine: [] as Lap[], theirs: [] as Lap[] };
  for (let lap = 0; lap < laps; lap += 1) {
    done.mine.push(await closedLoop(concurrency, seconds / laps, mine));
    done.theirs.push(await closedLoop(concurrency, seconds / laps, theirs));
  }
  return { mine: paceOf(done.mine), theirs: paceOf(done.theirs) };
}

async function closedLoop(concurrency: number, seconds: number, operation: Operation): Promise<Lap> {
  const begin = performance.now() + (seconds * 1000) / 3;
  const end = begin + seconds * 1000;
  const times: number[] = [];
  let turn = 0;
  const worker = async (): Promise<void> => {
    for (let start = performance.now(); start < end; start = performance.now()) {
      await operation(turn++);
      const finish = performance.now();
      if (finish >= begin && finish < end) times.push(finish - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { times, seconds };
}

function paceOf(done: readonly Lap[]): Pace {
  const times = done.flatMap((lap) => lap.times).sort((a, b) => a - b);
  const seconds = done.reduce((sum, lap) => sum + lap.seconds, 0);
  return {
    perSecond: Math.round(times.length / seconds),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    done: times.length,
  };
}

const quantile = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 100) / 100;
