import { setTimeout as delay } from 'node:timers/promises';
import { anEvent } from '../../../tests/support/events';
import { until } from '../../../tests/support/until';
import { type EventEnvelope } from '../../contracts/events/envelope';
import { currentCorrelationId } from '../log/correlation';
import { type Bus, BusClosed } from './bus';
import { type BusWorld, type Listening, listenOn } from './busWorld.contract';
import { describeFailures } from './failures.contract';

/** What an outbox does: publishes until the bus has it, however often it takes. */
const publishSurely = (bus: Bus, events: readonly EventEnvelope[]): Promise<void> =>
  until(() =>
    bus.publish(events).then(
      () => true,
      () => false,
    ),
  );

const never = () => new Promise<never>(() => undefined);

/** What every engine of the bus promises. */
export function describeBus(engine: string, createWorld: () => Promise<BusWorld>): void {
  describeFailures(engine, createWorld);
  describe(`bus: ${engine}`, () => {
    let world: BusWorld;
    let bus: Bus;
    beforeEach(async () => {
      world = await createWorld();
      bus = await world.open();
    });
    afterEach(() => world.end());

    const listen = (group: string, { on = bus, ...how }: Listening & { readonly on?: Bus } = {}) =>
      listenOn(world, on, group, how);

    test('every group gets every event of its types, as it was published', async () => {
      const stock = await listen('stock');
      const books = await listen('books', { types: ['counted', 'paid'] });
      const [counted, paid, other] = [
        anEvent('a', 'counted', { of: [1, 'two', null] }),
        anEvent('a', 'paid'),
        anEvent('a', 'other'),
      ];
      await bus.publish([counted, paid, other]);
      await until(() => stock.came.length === 1 && books.came.length === 2);
      expect(stock.came).toEqual([counted]);
      expect(books.came).toEqual([counted, paid]);
    });

    test('handlers run under the correlation id of the event', async () => {
      const seen: unknown[] = [];
      await listen('stock', {
        handle: () => {
          seen.push(currentCorrelationId());
          return Promise.resolve();
        },
      });
      await bus.publish([anEvent('a')]);
      await until(() => seen.length === 1);
      expect(seen).toEqual(['request of a']);
    });

    test('events of one key come one at a time and in order, different keys side by side', async () => {
      let running = 0;
      let most = 0;
      const perKey = new Map<string, number>();
      let overlapped = false;
      const { came } = await listen('stock', {
        handle: async ({ key }) => {
          most = Math.max(most, ++running);
          perKey.set(key, (perKey.get(key) ?? 0) + 1);
          overlapped ||= perKey.get(key) !== 1;
          await delay(Math.random() * 5);
          perKey.set(key, (perKey.get(key) ?? 0) - 1);
          running -= 1;
        },
      });
      const keys = ['a', 'b', 'c', 'd', 'e'];
      const events = Array.from({ length: 50 }, (_, at) => anEvent(keys[at % 5] ?? '', 'counted', at));
      await Promise.all([bus.publish(events.slice(0, 25)), bus.publish(events.slice(25))]);
      await until(() => came.length === 50 && running === 0);
      for (const key of keys)
        expect(came.filter((event) => event.key === key)).toEqual(
          events.filter((event) => event.key === key),
        );
      expect(overlapped).toBe(false);
      expect(most).toBeGreaterThan(1);
    });

    test('an event that is published twice comes twice: handlers recognise it by its id', async () => {
      const { ids } = await listen('stock');
      const event = anEvent('a');
      await bus.publish([event]);
      await bus.publish([event]);
      await until(() => ids().length === 2);
      expect(ids()).toEqual([event.id, event.id]);
    });

    test('subscribers of one group share the work: each event goes to one of them', async () => {
      const one = await listen('stock');
      const two = await listen('stock', { on: await world.open() });
      const sent: string[] = [];
      // Sharing begins a moment after the second one joined.
      for (let round = 0; round < 500 && (one.came.length === 0 || two.came.length === 0); round++) {
        const events = Array.from({ length: 20 }, (_, at) => anEvent(`key ${at}`));
        sent.push(...events.map(({ id }) => id));
        await bus.publish(events);
        await until(() => one.came.length + two.came.length >= sent.length);
      }
      expect(two.came.length).toBeGreaterThan(0);
      expect([...one.ids(), ...two.ids()].sort()).toEqual(sent.sort());
    });

    test('what a process had in hand when it died is handled by another, in order', async () => {
      const events = [anEvent('a'), anEvent('a'), anEvent('b')];
      const dying = await listen('stock', { handle: never });
      const confirmed = new Set<string>();
      bus.publish(events).then(
        () => confirmed.add('all'),
        () => undefined,
      );
      await until(() => dying.came.length === 2);
      world.crash(bus);
      const heir = await world.open();
      const { ids } = await listen('stock', { on: heir });
      // An outbox holds what was not confirmed.
      if (confirmed.size === 0) await publishSurely(heir, events);
      await until(() => new Set(ids()).size === 3);
      const ofA = [...new Set(ids())].filter((id) => id !== events[2]?.id);
      expect(ofA).toEqual([events[0]?.id, events[1]?.id]);
    });

    test('an outage loses nothing and keeps the order', async () => {
      const { came } = await listen('stock', { handle: () => delay(2) });
      const events = Array.from({ length: 60 }, (_, at) => anEvent(`key ${at % 6}`, 'counted', at));
      await publishSurely(bus, events.slice(0, 30));
      let rest: Promise<unknown> = Promise.resolve();
      await world.outage(async () => {
        rest = (async () => {
          for (const event of events.slice(30)) await publishSurely(bus, [event]);
        })();
        await delay(50);
      });
      await rest;
      await until(() => new Set(came.map(({ id }) => id)).size === 60);
      for (let key = 0; key < 6; key++) {
        const order = [
          ...new Set(came.filter((event) => event.key === `key ${key}`).map(({ data }) => data)),
        ];
        expect(order).toEqual(Array.from({ length: 10 }, (_, at) => at * 6 + key));
      }
    });

    test('close waits for the handler that runs, and takes nothing more', async () => {
      let finish: (() => void) | undefined;
      let ended = false;
      const { came } = await listen('stock', {
        handle: async () => {
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          ended = true;
        },
      });
      bus.publish([anEvent('a'), anEvent('a')]).catch(() => undefined);
      await until(() => finish !== undefined);
      const closing = bus.close();
      await delay(20);
      expect(ended).toBe(false);
      finish?.();
      await closing;
      expect(ended).toBe(true);
      expect(came).toHaveLength(1);
      await expect(bus.publish([anEvent('a')])).rejects.toThrow(BusClosed);
      expect(() =>
        bus.subscribe('stock', ['counted'], () => Promise.resolve(), { setAside: world.setAside }),
      ).toThrow(BusClosed);
    });
  });
}
