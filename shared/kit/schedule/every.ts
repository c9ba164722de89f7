import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { withCorrelation } from '../log/correlation';
import { type Log } from '../log/log';

export type EveryOptions = {
  readonly name: string;
  /** Pause between the end of one run and the start of the next, give or take a tenth by chance. */
  readonly intervalMs: number;
  /** Does all that is due at `now`: found by query, so that a run that never happened is made good by the next. */
  readonly run: (now: Date) => Promise<void>;
  readonly now: () => Date;
  readonly log: Log;
  /** Told after each run, for metrics. */
  readonly observe?: (run: {
    readonly job: string;
    readonly outcome: 'done' | 'failed';
    readonly seconds: number;
  }) => void;
};

export type Schedule = {
  /** Runs once, starting after this call (and after a run that is under way). Rejects when the run fails. */
  runNow(): Promise<void>;
  /** Starts no more runs and waits for the one under way. */
  close(): Promise<void>;
};

/** Repeats `run`, never twice at the same time. A failing run is logged and tried again at the next turn. */
export function every({ name, intervalMs, run, now, log, observe }: EveryOptions): Schedule {
  const stop = new AbortController();
  const isStopped = () => stop.signal.aborted;
  let last: Promise<void> = Promise.resolve();

  function runNow(): Promise<void> {
    const next = last.then(() => withCorrelation(`${name}:${randomUUID()}`, once));
    last = next.catch(() => undefined);
    return next;
  }

  async function once(): Promise<void> {
    const startedAt = performance.now();
    const done = (outcome: 'done' | 'failed') =>
      observe?.({ job: name, outcome, seconds: (performance.now() - startedAt) / 1000 });
    try {
      await run(now());
    } catch (error) {
      log.error({ job: name, err: error }, 'a scheduled run failed');
      done('failed');
      throw error;
    }
    done('done');
  }

  async function loop(): Promise<void> {
    while (!isStopped()) {
      await delay(intervalMs * (0.9 + Math.random() / 5), undefined, { signal: stop.signal }).catch(
        () => undefined,
      );
      if (!isStopped()) await runNow().catch(() => undefined);
    }
  }

  const looping = loop();
  return {
    runNow,
    async close() {
      stop.abort();
      await looping;
      await last;
    },
  };
}
