import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { anEvent } from '../../../../tests/support/events';
import { until } from '../../../../tests/support/until';
import { startRedis, type TestRedis } from '../../../../tests/support/redis';
import { type Bus } from '../bus';
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

/** A way to Redis that can be cut for ever, as the death of a process cuts it. */
async function wire(): Promise<{ url: string; cut: () => void }> {
  const ends = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(new URL(redis.url).port), '127.0.0.1');
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
    cut() {
      server.close();
      for (const end of ends) end.destroy();
    },
  };
}

const dying: Promise<void>[] = [];
let worlds = 0;

/** A deployment of its own: what it opens shares one prefix. */
function world() {
  const prefix = `test${++worlds}`;
  const open = new Map<Bus, () => void>();
  return {
    prefix,
    async open(options: Partial<RedisBusOptions> = {}) {
      const { url, cut } = await wire();
      const bus = await connectRedisBus({
        url,
        log,
        now: () => new Date(),
        prefix,
        leaseMs: 300,
        drainMs: 1_000,
        policy: { maxAttempts: 3, firstDelayMs: 5, maxDelayMs: 10 },
        ...options,
      });
      open.set(bus, cut);
      return bus;
    },
    crash(bus: Bus) {
      open.get(bus)?.();
      open.delete(bus);
      dying.push(bus.close()); // ends when it has waited in vain for its handler
    },
    async outage(meanwhile: () => Promise<void>) {
      await redis.kill();
      await meanwhile();
      await redis.start();
    },
    async end() {
      for (const [bus, cut] of open) {
        await bus.close();
        cut();
      }
    },
  };
}

describeBus('Redis Streams', () => Promise.resolve(world()));

describe('bus: Redis Streams, besides', () => {
  let here: ReturnType<typeof world>;
  let redisItself: RedisCommands;
  beforeEach(async () => {
    here = world();
    redisItself = redisClient(redis.url, log);
    await redisItself.connect();
  });
  afterEach(async () => {
    await here.end();
    redisItself.destroy();
  });

  test('an event that kills whoever handles it is given up, counted over their deaths', async () => {
    const event = anEvent('a');
    await (await here.open()).publish([event]);
    for (let death = 0; death < 3; death++) {
      let begun = false;
      const bus = await here.open();
      bus.subscribe('stock', ['counted'], () => {
        begun = true;
        return new Promise(() => undefined);
      });
      await until(() => begun);
      here.crash(bus);
    }
    const bus = await here.open();
    let came = 0;
    bus.subscribe('stock', ['counted'], () => {
      came += 1;
      return Promise.resolve();
    });
    await until(async () => (await bus.deadLetters('stock', 10)).length === 1);
    expect(await bus.deadLetters('stock', 10)).toMatchObject([{ event, attempts: 4 }]);
    expect(came).toBe(0);
  });

  test('when Redis lost its data the group is made anew', async () => {
    const bus = await here.open();
    const came: string[] = [];
    await bus.subscribe('stock', ['counted'], ({ id }) => Promise.resolve(void came.push(id))).ready;
    await redisItself.flushAll();
    const event = anEvent('a');
    await bus.publish([event]);
    await until(() => came.length > 0);
    expect(came).toEqual([event.id]);
  });

  test('an entry that is no event holds nothing up', async () => {
    const bus = await here.open({ partitions: 1 });
    await redisItself.xAdd(busKeys(here.prefix, 1).stream(0), '*', { event: '{' });
    const came: string[] = [];
    bus.subscribe('stock', ['counted'], ({ id }) => Promise.resolve(void came.push(id)));
    await bus.publish([anEvent('a')]);
    await until(() => came.length === 1);
  });

  test('a group that begins later gets what is kept, and no more than the bound is kept', async () => {
    const bus = await here.open({ partitions: 1, maxLength: 100 });
    const events = Array.from({ length: 1_000 }, (_, at) => anEvent(`key ${at}`));
    await bus.publish(events);
    const came: string[] = [];
    bus.subscribe('late', ['counted'], ({ id }) => Promise.resolve(void came.push(id)));
    await until(() => came.includes(events.at(-1)!.id));
    expect(came.length).toBeGreaterThanOrEqual(100);
    expect(came.length).toBeLessThan(400);
  });

  test('it is not ready, and takes no events, while Redis is away', async () => {
    const bus = await here.open();
    await bus.checkReady();
    await here.outage(async () => {
      await until(() =>
        bus.checkReady().then(
          () => false,
          () => true,
        ),
      );
      await expect(bus.publish([anEvent('a')])).rejects.toThrow();
    });
    await until(() =>
      bus.checkReady().then(
        () => true,
        () => false,
      ),
    );
  });
});
