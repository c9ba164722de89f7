import fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { gather } from './gather';
import { Overloaded } from './overloaded';

const settled = <R>(value: R): PromiseSettledResult<R> => ({ status: 'fulfilled', value });

/** Batches that end when the test says so. */
function underControl({ maxBatch = 100, maxInFlight = 1, maxWaiting = 100 } = {}) {
  const batches: { items: readonly number[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const requests = gather<number, number>({
    name: 'count',
    maxBatch,
    maxInFlight,
    maxWaiting,
    run: (items) =>
      new Promise((resolve, reject) => {
        batches.push({
          items,
          finish: () => {
            resolve(items.map((item) => settled(item * 2)));
          },
          fail: reject,
        });
      }),
  });
  return { requests, batches };
}

test('idle, a request is run at once; busy, requests gather into the next batch', async () => {
  const { requests, batches } = underControl();
  const first = requests.add(1);
  await setImmediate();
  const others = [2, 3, 4].map((item) => requests.add(item));
  await setImmediate();
  expect(batches.map(({ items }) => items)).toEqual([[1]]);
  batches[0]!.finish();
  expect(await first).toBe(2);
  await setImmediate();
  expect(batches[1]!.items).toEqual([2, 3, 4]);
  batches[1]!.finish();
  expect(await Promise.all(others)).toEqual([4, 6, 8]);
});

test('an item fails alone, a batch that throws fails its own items, and the next batch runs', async () => {
  const requests = gather<number, number>({
    name: 'count',
    maxBatch: 2,
    run: (items) => {
      if (items.includes(3)) throw new Error('the database is away');
      return Promise.resolve(
        items.map((item) => (item === 2 ? { status: 'rejected', reason: new Error('two') } : settled(item))),
      );
    },
  });
  const ends = await Promise.allSettled([1, 2, 3, 4, 5].map((item) => requests.add(item)));
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual([
    1,
    'Error: two',
    'Error: the database is away',
    'Error: the database is away',
    5,
  ]);
});

test('a run that forgets an item fails the batch rather than leaving somebody waiting', async () => {
  const requests = gather<number, number>({ name: 'count', maxBatch: 9, run: () => Promise.resolve([]) });
  await expect(requests.add(1)).rejects.toThrow('count: 0 outcomes for 1 items');
});

test('what is too much is refused at once, by name', async () => {
  const { requests, batches } = underControl({ maxWaiting: 2 });
  const accepted = [requests.add(1), requests.add(2)];
  await expect(requests.add(3)).rejects.toThrow(Overloaded);
  await setImmediate();
  batches[0]!.finish();
  expect(await Promise.all(accepted)).toEqual([2, 4]);
});

test('close refuses what is new and answers what was asked', async () => {
  const { requests, batches } = underControl({ maxBatch: 1 });
  const accepted = [requests.add(1), requests.add(2)];
  let closed = false;
  const closing = requests.close().then(() => {
    closed = true;
  });
  await expect(requests.add(3)).rejects.toThrow(Overloaded);
  await setImmediate();
  batches[0]!.finish();
  await setImmediate();
  expect(closed).toBe(false);
  batches[1]!.finish();
  await closing;
  expect(await Promise.all(accepted)).toEqual([2, 4]);
});

test('closing when idle ends at once', async () => {
  await underControl().requests.close();
});

test('every item is answered once with its own result, in order, within the limits – whatever the timing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.nat(4), { maxLength: 40 }),
      async (scheduler, maxBatch, maxInFlight, pauses) => {
        let inFlight = 0;
        let most = 0;
        const ran: number[] = [];
        const requests = gather<number, string>({
          name: 'count',
          maxBatch,
          maxInFlight,
          run: async (items) => {
            most = Math.max(most, ++inFlight);
            expect(items.length).toBeLessThanOrEqual(maxBatch);
            ran.push(...items);
            await scheduler.schedule(Promise.resolve());
            inFlight -= 1;
            return items.map((item) => settled(`item ${item}`));
          },
        });
        const answers = pauses.map(async (pause, at) => {
          for (let turn = 0; turn < pause; turn++) await scheduler.schedule(Promise.resolve());
          return requests.add(at);
        });
        await scheduler.waitFor(Promise.all(answers));
        expect(await Promise.all(answers)).toEqual(pauses.map((_, at) => `item ${at}`));
        expect([...ran].sort((a, b) => a - b)).toEqual(pauses.map((_, at) => at));
        if (pauses.every((pause) => pause === 0)) expect(ran).toEqual(pauses.map((_, at) => at));
        expect(most).toBeLessThanOrEqual(maxInFlight);
      },
    ),
  );
});
