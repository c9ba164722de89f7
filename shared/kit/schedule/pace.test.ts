import { Pace } from './pace';

/** A clock that stands still until it is moved, and what waits for it. */
function stillTime() {
  let at = 5_000;
  let waiting: { dueAt: number; run: () => void }[] = [];
  return {
    now: () => at,
    after: (ms: number, run: () => void) => {
      waiting.push({ dueAt: at + ms, run });
      return () => undefined;
    },
    async pass(ms: number) {
      at += ms;
      const due = waiting.filter(({ dueAt }) => dueAt <= at);
      waiting = waiting.filter(({ dueAt }) => dueAt > at);
      for (const { run } of due) run();
      await Promise.resolve();
    },
  };
}

test('lets the first through at once and the others in their order, so many a second', async () => {
  const time = stillTime();
  const pace = new Pace(100, time);
  const through: number[] = [];
  for (let who = 0; who < 5; who += 1) void pace.turn().then(() => through.push(who));
  await time.pass(0);
  expect(through).toEqual([0]);
  await time.pass(9);
  expect(through).toEqual([0]);
  await time.pass(1);
  expect(through).toEqual([0, 1]);
  await time.pass(30);
  expect(through).toEqual([0, 1, 2, 3, 4]);
});

test('keeps no turns for later: after a quiet time it is no faster', async () => {
  const time = stillTime();
  const pace = new Pace(100, time);
  await pace.turn();
  await time.pass(60_000);
  const through: number[] = [];
  for (let who = 0; who < 3; who += 1) void pace.turn().then(() => through.push(who));
  await time.pass(5);
  expect(through).toEqual([0]);
});
