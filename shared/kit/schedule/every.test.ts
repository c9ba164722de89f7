import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { until } from '../../../tests/support/until';
import { currentCorrelationId } from '../log/correlation';
import { every, type EveryOptions, type Schedule } from './every';

const at = new Date('2026-03-01T08:00:00Z');
let schedule: Schedule | undefined;
afterEach(() => schedule?.close());

const begin = (options: Partial<EveryOptions> & Pick<EveryOptions, 'run'>): Schedule =>
  (schedule = every({
    name: 'expire',
    intervalMs: 60_000,
    now: () => at,
    log: pino({ level: 'silent' }),
    ...options,
  }));

test('runs again and again, told the time, each run with a correlation id of its own', async () => {
  const runs: unknown[] = [];
  begin({ intervalMs: 1, run: (now) => Promise.resolve(void runs.push([now, currentCorrelationId()])) });
  await until(() => runs.length >= 2);
  expect(runs[0]).toEqual([at, expect.stringMatching(/^expire:/)]);
  expect(runs[0]).not.toEqual(runs[1]);
});

test('never runs twice at once, and runNow starts a run of its own', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  begin({
    intervalMs: 1,
    run: async () => {
      most = Math.max(most, ++running);
      await delay(2);
      running -= 1;
      runs += 1;
    },
  });
  await Promise.all([schedule!.runNow(), schedule!.runNow(), schedule!.runNow()]);
  expect(runs).toBeGreaterThanOrEqual(3);
  expect(most).toBe(1);
});

test('a failing run is told, and does not end the schedule', async () => {
  const outcomes: string[] = [];
  let runs = 0;
  begin({
    intervalMs: 1,
    run: () => (++runs === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve()),
    observe: ({ job, outcome }) => outcomes.push(`${job} ${outcome}`),
  });
  await until(() => outcomes.length >= 2);
  expect(outcomes.slice(0, 2)).toEqual(['expire failed', 'expire done']);
});

test('runNow tells its failure', async () => {
  begin({ run: () => Promise.reject(new Error('the database is away')) });
  await expect(schedule!.runNow()).rejects.toThrow('the database is away');
});

test('while there is nothing to do the pauses grow; found work, or a call, makes them short again', async () => {
  const runs: boolean[] = [];
  let idle = true;
  begin({
    intervalMs: 1,
    idleMs: 60_000,
    run: () => {
      runs.push(idle);
      return Promise.resolve(!idle);
    },
  });
  await until(() => runs.length >= 4);
  await delay(60);
  const before = runs.length;
  expect(before).toBeLessThan(12);
  idle = false;
  schedule!.wake();
  await until(() => runs.length >= before + 20);
});

test('the pause ends when the run said that there will be something', async () => {
  let runs = 0;
  begin({
    intervalMs: 60_000,
    now: () => new Date(),
    run: () => Promise.resolve(++runs < 3 && new Date(Date.now() + 5)),
  });
  await schedule!.runNow();
  await until(() => runs === 3);
});

test('a call during a run starts another one after it, without a pause', async () => {
  let finish: (() => void) | undefined;
  let runs = 0;
  begin({
    run: () => {
      runs += 1;
      return new Promise<unknown>((resolve) => {
        finish = () => {
          resolve(undefined);
        };
      });
    },
  });
  schedule!.wake();
  await until(() => finish !== undefined);
  schedule!.wake();
  finish!();
  await until(() => runs === 2);
  finish!();
});

test('close waits for the run under way and starts no other', async () => {
  let finish: (() => void) | undefined;
  let runs = 0;
  begin({
    run: () => {
      runs += 1;
      return new Promise<unknown>((resolve) => {
        finish = () => {
          resolve(undefined);
        };
      });
    },
  });
  void schedule!.runNow();
  await until(() => finish !== undefined);
  let closed = false;
  const closing = schedule!.close().then(() => (closed = true));
  await delay(5);
  expect(closed).toBe(false);
  finish!();
  await closing;
  expect(runs).toBe(1);
});
