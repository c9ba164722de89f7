import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { startRedis, type TestRedis } from '../../../../tests/support/redis';
import { type Bus } from '../bus';
import { describeBus } from '../bus.contract';
import { connectRedisBus } from './redisBus';

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
describeBus('Redis Streams', () => {
  const prefix = `test${++worlds}`;
  const open = new Map<Bus, () => void>();
  return Promise.resolve({
    async open() {
      const { url, cut } = await wire();
      const bus = await connectRedisBus({
        url,
        log,
        now: () => new Date(),
        prefix,
        leaseMs: 300,
        drainMs: 1_000,
        policy: { maxAttempts: 3, firstDelayMs: 5, maxDelayMs: 10 },
      });
      open.set(bus, cut);
      return bus;
    },
    crash(bus) {
      open.get(bus)?.();
      open.delete(bus);
      dying.push(bus.close()); // ends when it has waited in vain for its handler
    },
    async outage(meanwhile) {
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
  });
});
