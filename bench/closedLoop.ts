import { performance } from 'node:perf_hooks';

export type Pace = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly done: number;
};

/**
 * Keeps `concurrency` operations under way for `seconds`, after a warm-up of a third of that. Times are in milliseconds.
 * @param operation one thing done; it must throw when it did not succeed.
 */
export async function closedLoop(
  concurrency: number,
  seconds: number,
  operation: (turn: number) => Promise<void>,
): Promise<Pace> {
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
  times.sort((a, b) => a - b);
  return {
    perSecond: Math.round(times.length / seconds),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    done: times.length,
  };
}

const quantile = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 100) / 100;
