import { type Clock, pause, systemClock } from './clock';

const hourMs = 3_600_000;

/** A clock that stands still until it is moved. */
function handClock() {
  let at = Date.parse('2026-03-01T08:00:00Z');
  const listeners = new Set<() => void>();
  const now: Clock = Object.assign(() => new Date(at), {
    onMove(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  });
  return {
    now,
    listeners,
    move(ms: number) {
      at += ms;
      for (const listener of [...listeners]) listener();
    },
  };
}

const isOver = async (waiting: Promise<void>) => {
  const soon = new Promise<false>((resolve) => {
    setImmediate(resolve, false);
  });
  return Promise.race([waiting.then(() => true), soon]);
};

test('a pause ends when the clock is moved to its end, not before', async () => {
  const clock = handClock();
  const waiting = pause(clock.now, hourMs);
  clock.move(hourMs - 1);
  expect(await isOver(waiting)).toBe(false);
  clock.move(1);
  await waiting;
  expect(clock.listeners.size).toBe(0);
});

test('a pause ends by itself by a clock that nobody moves', async () => {
  await pause(systemClock, 1);
  const clock = handClock();
  await pause(clock.now, 1);
  expect(clock.listeners.size).toBe(0);
});

test('a pause ends when it is not wished any more, also before it began', async () => {
  const stop = new AbortController();
  const waiting = pause(systemClock, hourMs, { signal: stop.signal });
  stop.abort();
  await waiting;
  await pause(systemClock, hourMs, { signal: stop.signal });
});
