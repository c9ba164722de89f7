import { randomUUID } from 'node:crypto';
import { type Clock } from '../clock';
import { withCorrelation } from '../log/correlation';
import { type Log } from '../log/log';
import { Pauses } from './pauses';

export type EveryOptions = {
  readonly name: string;
  /** Pause between the end of one run and the start of the next, give or take a tenth by chance. */
  readonly intervalMs: number;
  /** While runs find nothing to do the pause doubles, up to this. Unless given, it stays as it is. */
  readonly idleMs?: number;
  /**
   * Does all that is due at `now`: found by query, so that a run that never happened is made good by the next.
   * Answers false when nothing was there to be done, or the time at which there will be something: then the pause may grow.
   */
  readonly run: (now: Date) => Promise<unknown>;
  readonly now: Clock;
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
  /** There may be something to do in so many ms (now, unless told): the pause does not last longer. */
  wake(withinMs?: number): void;
  /** Starts no more runs and waits for the one under way. */
  close(): Promise<void>;
};

/** Repeats `run`, never twice at the same time. A failing run is logged and tried again at the next turn. */
export function every({ name, intervalMs, idleMs, run, now, log, observe }: EveryOptions): Schedule {
  const pauses = new Pauses(intervalMs, idleMs);
  // A clock that was moved may have come to what is due.
  const stopFollowing = now.onMove?.(() => {
    pauses.endWithin(0);
  });
  let last: Promise<unknown> = Promise.resolve();

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
      const found = await run(now());
      if (found !== false && !(found instanceof Date)) pauses.shrink();
      else pauses.grow();
      if (found instanceof Date) pauses.endWithin(found.getTime() - now().getTime());
    } catch (error) {
      log.error({ job: name, err: error }, 'a scheduled run failed');
      done('failed');
      throw error;
    }
    done('done');
  }

  async function loop(): Promise<void> {
    while (await pauses.next()) await runNow().catch(() => undefined);
  }

  const looping = loop();
  return {
    runNow,
    wake: (withinMs = 0) => {
      pauses.endWithin(withinMs);
    },
    async close() {
      stopFollowing?.();
      pauses.stop();
      await looping;
      await last;
    },
  };
}
