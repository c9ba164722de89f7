import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { anEvent } from '../../../../tests/support/events';
import { until } from '../../../../tests/support/until';
import { startRedis, type TestRedis } from '../../../../tests/support/redis';
import { type EventEnvelope } from '../../../contracts/events/envelope';
import { Refused } from '../../domainError';
import { ensureIndexes } from '../../mongo/indexes';
import { setAsideStore } from '../setAside/setAsideStore';
import { type Bus, BusOverloaded } from '../bus';
import { publishedEventsIn } from './publishedEvents';
import { anotherDatabase } from '../../../../tests/support/busDatabase';
import { describeBus } from '../bus.contract';
import { redisClient, type RedisCommands } from './connection';
import { connectRedisBus, type RedisBusOptions } from './redisBus';
import { busKeys } from './stream';

const log = pino({ level: 'silent' });
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(dying);
  await redis.close();
});

/** A way to Redis that can be led to another one, or cut for ever, as the death of a process cuts it. */
async function wire(): Promise<{ url: string; leadTo: (url: string) => void; cut: () => void }> {
  const ends = new Set<Socket>();
  let goal = redis.url;
  const hangUp = () => {
    for (const end of ends) end.destroy();
  };
  const server = createServer((from) => {
    const to = connect(Number(new URL(goal).port), '127.0.0.1');
    for (const [here, there] of [
      [from, to],
      [to, from],
    ] as const) {
      ends.add(here);
      here.pipe(there);
      here.on('error', () => undefined);
      here.on('close', () => {
        ends.delete(here);
        there.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(url) {
      goal = url;
      hangUp();
    },
    cut() {
      server.close();
      hangUp();
    },
  };
}

const dying: Promise<void>[] = [];
let worlds = 0;

/** A deployment of its own: what it opens shares one prefix and one database. */
async function world({ groups = ['stock', 'books'] }: { groups?: readonly string[] } = {}) {
  const prefix = `test${++worlds}`;
  const open = new Map<Bus, Awaited<ReturnType<typeof wire>>>();
  const database = await anotherDatabase();
  const setAside = setAsideStore(database);
  const published = publishedEventsIn(database);
  await ensureIndexes(database);
  return {
    prefix,
    setAside,
    /** How many published events are kept. */
    kept: () => database.collection('published_events').countDocuments(),
    async open({ after, ...options }: Partial<RedisBusOptions> = {}) {
      const way = await wire();
      const bus = await connectRedisBus({
        url: way.url,
        log,
        now: () => new Date(),
        ...{ prefix, groups, published, leaseMs: 300, drainMs: 1_000, lookMs: 20, lookForHandedOnMs: 20 },
        policy: { maxAttempts: 3, ...(after ? {} : { firstDelayMs: 5, maxDelayMs: 10 }) },
        ...(after ? { after } : {}),
        ...options,
      });
      open.set(bus, way);
      return bus;
    },
    crash(bus: Bus) {
      open.get(bus)?.cut();
      open.delete(bus);
      dying.push(bus.close()); // ends when it has waited in vain for its handler
    },
    async outage(meanwhile: () => Promise<void>) {
      await redis.kill();
      await meanwhile();
      await redis.start();
    },
    /** Every process is led to another Redis. */
    leadTo(url: string) {
      for (const way of open.values()) way.leadTo(url);
    },
    async end() {
      for (const [bus, { cut }] of open) {
        await bus.close();
        cut();
      }
    },
  };
}

describeBus('Redis Streams', () => world());

describe('bus: Redis Streams, besides', () => {
  let here: Awaited<ReturnType<typeof world>>;
  let redisItself: RedisCommands;
  beforeEach(async () => {
    here = await world({ groups: ['stock'] });
    redisItself = redisClient(redis.url, log);
    await redisItself.connect();
  });
  afterEach(async () => {
    await here.end();
    redisItself.destroy();
  });

  /** Subscribes; answers the ids that came. */
  function listen(bus: Bus, group: string, handle: () => Promise<void> = () => Promise.resolve()): string[] {
    const came: string[] = [];
    const handler = async ({ id }: EventEnvelope) => {
      came.push(id);
      await handle();
    };
    bus.subscribe(group, ['counted'], handler, { setAside: here.setAside });
    return came;
  }
  const idsOf = (events: readonly EventEnvelope[]) => events.map(({ id }) => id);
  const someEvents = (count: number) => Array.from({ length: count }, (_, at) => anEvent(`key ${at % 5}`));
  const entries = () => redisItself.xLen(busKeys(here.prefix, 1).stream(0));
  const publishSurely = (bus: Bus, events: readonly EventEnvelope[]) =>
    until(() =>
      bus.publish(events).then(
        () => true,
        () => false,
      ),
    );

  test('an event that kills whoever handles it is set aside, counted over their deaths', async () => {
    const event = anEvent('a');
    await (await here.open()).publish([event]);
    for (let death = 0; death < 3; death++) {
      const bus = await here.open();
      const begun = listen(bus, 'stock', () => new Promise(() => undefined));
      await until(() => begun.length > 0);
      here.crash(bus);
    }
    const came = listen(await here.open(), 'stock');
    await until(async () => (await here.setAside.list({}, 10)).length === 1);
    expect(await here.setAside.list({}, 10)).toMatchObject([{ event, attempts: 4 }]);
    expect(came).toEqual([]);
  });

  test('processes that die while another service is away count nothing', async () => {
    const event = anEvent('a');
    await (await here.open()).publish([event]);
    for (let death = 0; death < 5; death++) {
      const bus = await here.open({ policy: { maxAttempts: 3, firstDelayMs: 5_000, maxDelayMs: 5_000 } });
      const begun = listen(bus, 'stock', () => Promise.reject(new Refused('SERVICE_UNAVAILABLE')));
      await until(() => begun.length > 0);
      await bus.close();
    }
    const came = listen(await here.open(), 'stock');
    await until(() => came.length === 1);
    expect(await here.setAside.list({}, 10)).toEqual([]);
  });

  test('an entry that is no event is set aside and holds nothing up', async () => {
    const bus = await here.open({ partitions: 1 });
    await redisItself.xAdd(busKeys(here.prefix, 1).stream(0), '*', { event: '{' });
    const came = listen(bus, 'stock');
    await bus.publish([anEvent('a')]);
    await until(() => came.length === 1);
    expect(await here.setAside.list({}, 10)).toMatchObject([{ event: { data: { event: '{' } } }]);
  });

  test('it is not ready, and takes no events, while Redis is away', async () => {
    const bus = await here.open();
    const isReady = () =>
      bus.checkReady().then(
        () => true,
        () => false,
      );
    await bus.checkReady();
    await here.outage(async () => {
      await until(async () => !(await isReady()));
      await expect(bus.publish([anEvent('a')])).rejects.toThrow();
    });
    await until(isReady);
  });

  test('a group that nobody declared is refused: its events would not be kept', async () => {
    const bus = await here.open();
    expect(() => listen(bus, 'strangers')).toThrow('strangers');
  });

  describe('what is kept', () => {
    test('published events are kept until the slowest group has acknowledged them, then forgotten here and there', async () => {
      here = await world({ groups: ['stock', 'books'] });
      const bus = await here.open({ partitions: 1 });
      const events = someEvents(40);
      await bus.publish(events);
      const quick = listen(bus, 'stock');
      await until(() => quick.length === 40);
      expect([await here.kept(), await entries()]).toEqual([40, 40]);
      const late = listen(bus, 'books');
      await until(async () => (await here.kept()) === 0 && (await entries()) === 0);
      expect(late.sort()).toEqual(idsOf(events).sort());
    });

    test('what one process left under way is forgotten by the next', async () => {
      const first = await here.open({ partitions: 1 });
      await first.publish(someEvents(3));
      await first.close();
      expect(await here.kept()).toBe(3);
      const came = listen(await here.open({ partitions: 1 }), 'stock');
      await until(async () => came.length === 3 && (await here.kept()) === 0);
    });

    test('at its bound it refuses what is new, and drops nothing; later it takes it', async () => {
      const bus = await here.open({ partitions: 1, maxLength: 100 });
      const events = someEvents(100);
      await bus.publish(events);
      const more = [anEvent('a'), anEvent('a')];
      await expect(bus.publish(more)).rejects.toThrow(BusOverloaded);
      expect(await entries()).toBe(100);
      const came = listen(bus, 'stock');
      await publishSurely(bus, more);
      await until(() => came.length === 102);
      expect(came.slice().sort()).toEqual(idsOf([...events, ...more]).sort());
    });
  });

  describe('when Redis has lost its memory', () => {
    /**
     * Publishes, loses, publishes more, and expects everything to come, and each key in order.
     */
    async function survives(
      lose: (publish: (count: number) => Promise<void>) => Promise<unknown>,
    ): Promise<void> {
      const bus = await here.open({ partitions: 1 });
      const all: EventEnvelope[] = [];
      const publish = async (count: number) => {
        const events = someEvents(count);
        await publishSurely(bus, events);
        all.push(...events);
      };
      await publish(30);
      await lose(publish);
      await publish(10);
      const came = listen(bus, 'stock');
      await until(() => new Set(came).size === all.length);
      const firsts = [...new Set(came)];
      for (let key = 0; key < 5; key++) {
        const own = idsOf(all.filter((one) => one.key === `key ${key}`));
        expect(firsts.filter((id) => own.includes(id))).toEqual(own);
      }
      await until(async () => (await here.kept()) === 0);
    }

    test('emptied while it runs', () => survives(() => redisItself.flushAll()));

    test('one of its streams deleted by hand', () =>
      survives(() => redisItself.del(busKeys(here.prefix, 1).stream(0))));

    test('restored from an older file', () =>
      survives(async (publish) => {
        await redis.copy();
        await publish(20);
        await redis.restoreCopy();
        expect(await lengthAt(redis.url)).toBe(30);
      }));

    test('failed over to a replica that had not heard everything', async () => {
      const replica = await startRedis();
      const other = redisClient(replica.url, log);
      await other.connect();
      try {
        await other.sendCommand(['REPLICAOF', '127.0.0.1', new URL(redis.url).port]);
        await survives(async (publish) => {
          await until(async () => (await lengthAt(replica.url)) === 30);
          // Nobody answers there: the replica hears nothing more.
          await other.sendCommand(['REPLICAOF', '127.0.0.1', '1']);
          await publish(20);
          await other.sendCommand(['REPLICAOF', 'NO', 'ONE']);
          here.leadTo(replica.url);
          expect(await lengthAt(replica.url)).toBe(30);
        });
      } finally {
        await here.end();
        other.destroy();
        await replica.close();
      }
    });

    test('emptied while nothing is published any more, after its publisher died', async () => {
      const events = someEvents(5);
      const first = await here.open({ partitions: 1 });
      await first.publish(events);
      here.crash(first);
      const came = listen(await here.open({ partitions: 1 }), 'stock', () => new Promise(() => undefined));
      await until(() => came.length > 0);
      await redisItself.flushAll();
      const heir = await here.open({ partitions: 1 });
      const again = listen(heir, 'stock');
      await until(() => new Set([...came, ...again]).size === 5);
    });

    const lengthAt = async (url: string): Promise<number> => {
      const one = redisClient(url, log);
      await one.connect();
      const length = await one.xLen(busKeys(here.prefix, 1).stream(0));
      one.destroy();
      return length;
    };
  });
});
