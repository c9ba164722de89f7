import { anEvent } from '../../../tests/support/events';
import { until } from '../../../tests/support/until';
import { Refused } from '../domainError';
import { type Bus, PoisonEvent } from './bus';
import { type BusWorld, type Listening, listenOn } from './busWorld.contract';
import { type After } from './keyedQueue';

/** What every engine of the bus promises for events whose handlers fail. */
export function describeFailures(engine: string, createWorld: () => Promise<BusWorld>): void {
  describe(`bus, when handlers fail: ${engine}`, () => {
    let world: BusWorld;
    let bus: Bus;
    beforeEach(async () => {
      world = await createWorld();
      bus = await world.open();
    });
    afterEach(() => world.end());
    const listen = (group: string, how?: Listening) => listenOn(world, bus, group, how);

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

    test('an event that never succeeds is set aside for its group, and the next one comes', async () => {
      const [bad, good] = [anEvent('a'), anEvent('a')];
      const { ids } = await listen('stock', {
        handle: ({ id }) => (id === bad.id ? Promise.reject(new Error('no such order')) : Promise.resolve()),
      });
      const books = await listen('books');
      await bus.publish([bad, good]);
      await until(() => ids().includes(good.id) && books.came.length === 2);
      expect(ids()).toEqual([bad.id, bad.id, bad.id, good.id]);
      expect(await world.setAside.list({}, 10)).toMatchObject([
        { group: 'stock', event: bad, reason: 'Error: no such order', attempts: 3 },
      ]);
    });

    test('a poisoned event is set aside at once; what dies and starts again still has it', async () => {
      const stock = await listen('stock', {
        handle: () => Promise.reject(new PoisonEvent('cannot be read')),
      });
      const event = anEvent('a');
      await bus.publish([event]);
      await until(async () => (await world.setAside.list({}, 10)).length === 1);
      expect(stock.came).toHaveLength(1);
      world.crash(bus);
      bus = await world.open();
      expect(await world.setAside.list({ group: 'stock' }, 10)).toMatchObject([{ event, attempts: 1 }]);
    });

    test('what an operator hands on comes again to its group only, and is set aside again when it fails again', async () => {
      let mended = false;
      const handle = () => (mended ? Promise.resolve() : Promise.reject(new PoisonEvent('cannot be read')));
      const stock = await listen('stock', { handle });
      const books = await listen('books');
      const event = anEvent('a');
      await bus.publish([event]);
      const waiting = () => world.setAside.list({ group: 'stock' }, 10);
      await until(async () => (await waiting()).length === 1 && books.came.length === 1);

      expect(await world.setAside.handOn({ eventIds: [event.id] }, new Date())).toBe(1);
      await until(async () => (await waiting())[0]?.attempts === 2);
      expect((await waiting())[0]?.handedOnAt).toBeUndefined();
      expect(stock.came).toEqual([event, event]);

      mended = true;
      expect(await world.setAside.handOn({ group: 'stock' }, new Date())).toBe(1);
      await until(async () => (await waiting()).length === 0);
      expect(stock.came).toEqual([event, event, event]);
      expect(books.came).toHaveLength(1);
    });

    test('however long another service is away, its event waits, with growing pauses, and is handled then', async () => {
      const downUntil = 10 * 60_000;
      const clock = { ms: 0 };
      const pauses: number[] = [];
      const after: After = (ms, run) => {
        pauses.push(ms);
        clock.ms += ms;
        setImmediate(run);
        return () => undefined;
      };
      await bus.close();
      bus = await world.open({ after });
      const [event, next, other] = [anEvent('a'), anEvent('a'), anEvent('b')];
      const handled: string[] = [];
      await listen('stock', {
        handle: ({ id, key }) => {
          if (key === 'a' && clock.ms < downUntil)
            return Promise.reject(new Refused('SERVICE_UNAVAILABLE', 'catalog cannot be reached'));
          handled.push(id);
          return Promise.resolve();
        },
      });
      void bus.publish([event, next, other]);
      await until(() => handled.length === 3);
      expect(clock.ms).toBeGreaterThanOrEqual(downUntil);
      // Three tries would be the end of an event that fails by itself.
      expect(pauses.length).toBeGreaterThan(3);
      expect(Math.max(...pauses)).toBeGreaterThan(100 * Math.min(...pauses));
      expect(handled.filter((id) => id !== other.id)).toEqual([event.id, next.id]);
      expect(await world.setAside.list({}, 10)).toEqual([]);
    });
  });
}
