import { pino } from 'pino';
import { anEvent } from '../../../tests/support/events';
import { memorySetAside } from '../../../tests/support/memorySetAside';
import { aSetAsideStore } from '../../../tests/support/busDatabase';
import { until } from '../../../tests/support/until';
import { type Bus, BusOverloaded, GroupAway } from './bus';
import { describeBus } from './bus.contract';
import { inProcessBus, type InProcessBusOptions } from './inProcessBus';

const policy = { maxAttempts: 3, firstDelayMs: 5, maxDelayMs: 10 };
const options = { setAside: memorySetAside() };
const open = (given: Partial<InProcessBusOptions> = {}) =>
  inProcessBus({ log: pino({ level: 'silent' }), now: () => new Date(), policy, drainMs: 500, ...given });

describeBus('in process', async () => {
  let bus: Bus | undefined;
  return {
    setAside: await aSetAsideStore(),
    open: ({ after } = {}) => {
      if (after) bus = open({ after, policy: { maxAttempts: 3 } });
      return Promise.resolve((bus ??= open({ lookForHandedOnMs: 20 })));
    },
    crash: (dying: Bus) => {
      void dying.close(); // its handler never ends, and neither does this
      bus = undefined;
    },
    outage: (meanwhile: () => Promise<void>) => meanwhile(),
    end: async () => {
      await bus?.close();
    },
  };
});

test('publish resolves when the events are handled', async () => {
  const bus = open();
  let handled = 0;
  bus.subscribe(
    'stock',
    ['counted'],
    () => {
      handled += 1;
      return handled === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    },
    options,
  );
  await bus.publish([anEvent('a')]);
  expect(handled).toBe(2);
});

test('what is more than the bus may hold is refused, and taken later', async () => {
  const bus = open({ maxWaiting: 2 });
  let finish: (() => void) | undefined;
  bus.subscribe(
    'stock',
    ['counted'],
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
    options,
  );
  const first = bus.publish([anEvent('a')]);
  await until(() => finish !== undefined);
  await expect(bus.publish([anEvent('b'), anEvent('c')])).rejects.toThrow(BusOverloaded);
  finish!();
  await first;
  finish = undefined;
  const second = bus.publish([anEvent('b')]);
  await until(() => finish !== undefined);
  finish!();
  await second;
});

test('events for a group that left are refused until it is back: their outbox keeps them', async () => {
  const bus = open();
  const came: string[] = [];
  const handle = ({ id }: { id: string }) => Promise.resolve(void came.push(id));
  const subscription = bus.subscribe('stock', ['counted'], handle, options);
  await subscription.close();
  const event = anEvent('a');
  await expect(bus.publish([event])).rejects.toThrow(GroupAway);
  await bus.publish([anEvent('a', 'other')]);
  bus.subscribe('stock', ['counted'], handle, options);
  await bus.publish([event]);
  expect(came).toEqual([event.id]);
});

test('publishing waits until every subscriber is there', async () => {
  let everybodyIsThere: (() => void) | undefined;
  const bus = open({
    startAfter: new Promise((resolve) => {
      everybodyIsThere = resolve;
    }),
  });
  const published = bus.publish([anEvent('a')]);
  let came = 0;
  bus.subscribe('stock', ['counted'], () => Promise.resolve(void (came += 1)), options);
  everybodyIsThere!();
  await published;
  expect(came).toBe(1);
});

test('subscribers of one group must agree on its types', () => {
  const bus = open();
  const handler = () => Promise.resolve();
  bus.subscribe('stock', ['counted'], handler, options);
  expect(() => bus.subscribe('stock', ['paid'], handler, options)).toThrow('must name the same event types');
});

test('each attempt is told to the observer', async () => {
  const seen: unknown[] = [];
  const bus = open({ observe: (what) => seen.push(what) });
  bus.subscribe(
    'stock',
    ['counted'],
    () => (seen.length === 0 ? Promise.reject(new Error('not yet')) : Promise.resolve()),
    options,
  );
  await bus.publish([anEvent('a')]);
  expect(seen).toEqual([
    { group: 'stock', type: 'counted', outcome: 'retried' },
    { group: 'stock', type: 'counted', outcome: 'handled' },
  ]);
});
