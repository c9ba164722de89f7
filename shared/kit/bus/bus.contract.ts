import { setTimeout as delay } from 'node:timers/promises';
import { anEvent } from '../../../tests/support/events';
import { until } from '../../../tests/support/until';
import { type EventEnvelope } from '../../contracts/events/envelope';
import { currentCorrelationId } from '../log/correlation';
import { type Bus, BusClosed, PoisonEvent } from './bus';

/** One bus, as the processes of a deployment see it. */
export type BusWorld = {
  /** A process joins. Handlers are tried 3 times, with pauses of a few ms. */
  open(): Promise<Bus>;
  /** The process dies: handlers do not come to an end, nothing is acknowledged any more. */
  crash(bus: Bus): void;
  /** Whatever carries the events goes away and comes back meanwhile. */
  outage(meanwhile: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
};

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
  describe(`bus: ${engine}`, () => {
    let world: BusWorld;
    let bus: Bus;
    beforeEach(async () => {
      world = await createWorld();
      bus = await world.open();
    });
    afterEach(() => world.end());

    /** Subscribes with a handler and tells what it was called with. */
    async function listen(
      group: string,
      { on = bus, handle = () => Promise.resolve(), types = ['counted'] }: Listening = {},
    ) {
      const came: EventEnvelope[] = [];
      const subscription = on.subscribe(group, types, async (event) => {
        came.push(event);
        await handle(event);
      });
      await subscription.ready;
      return { came, ids: () => came.map(({ id }) => id), subscription };
    }

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

    test('a failing event is tried again before the next of its key, and holds back no other key', async () => {
      let failures = 2;
      const [first, second, other] = [anEvent('a'), anEvent('a'), anEvent('b')];
      const { ids } = await listen('stock', {
        handle: ({ id }) =>
          id === first.id && failures-- > 0 ? Promise.reject(new Error('not yet')) : Promise.resolve(),
      });
      void bus.publish([first, second, other]);
      await until(() => ids().includes(second.id) && ids().includes(other.id));
      expect(ids().filter((id) => id !== other.id)).toEqual([first.id, first.id, first.id, second.id]);
    });

    test('an event that never succeeds becomes a dead letter of its group, and the next one comes', async () => {
      const [bad, good] = [anEvent('a'), anEvent('a')];
      const { ids } = await listen('stock', {
        handle: ({ id }) => (id === bad.id ? Promise.reject(new Error('no such order')) : Promise.resolve()),
      });
      const books = await listen('books');
      await bus.publish([bad, good]);
      await until(() => ids().includes(good.id) && books.came.length === 2);
      expect(ids()).toEqual([bad.id, bad.id, bad.id, good.id]);
      expect(await bus.deadLetters('stock', 10)).toEqual([
        { event: bad, reason: 'Error: no such order', attempts: 3, failedAt: expect.any(String) as string },
      ]);
      expect(await bus.deadLetters('books', 10)).toEqual([]);
    });

    test('a poison event is a dead letter at once; redriven, it comes again to its group only', async () => {
      let mended = false;
      const handle = () => (mended ? Promise.resolve() : Promise.reject(new PoisonEvent('cannot be read')));
      const stock = await listen('stock', { handle });
      const books = await listen('books');
      const event = anEvent('a');
      await bus.publish([event]);
      await until(async () => (await bus.deadLetters('stock', 10)).length === 1 && books.came.length === 1);
      expect(stock.came).toHaveLength(1);
      mended = true;
      expect(await bus.redrive('stock', 10)).toBe(1);
      await until(() => stock.came.length === 2);
      await bus.publish([anEvent('a')]);
      await until(() => books.came.length === 2 && stock.came.length === 3);
      expect(await bus.deadLetters('stock', 10)).toEqual([]);
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
      expect(() => bus.subscribe('stock', ['counted'], () => Promise.resolve())).toThrow(BusClosed);
    });
  });
}

type Listening = {
  readonly on?: Bus;
  readonly handle?: (event: EventEnvelope) => Promise<unknown>;
  readonly types?: readonly string[];
};
