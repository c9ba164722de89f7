import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { startRedis, type TestRedis } from '../../../tests/support/redis';
import { until } from '../../../tests/support/until';
import { endpoint } from '../../contracts/endpoint';
import { redisClient, type RedisCommands } from '../bus/redis/connection';
import { rateLimiters } from '../http/rateLimits';
import { problems } from '../http/serviceApp';
import { redisLimitStore } from './limitStore';

const log = pino({ level: 'silent' });
const limited = endpoint({
  id: 'identity.knock',
  service: 'identity',
  method: 'get',
  path: '/knock',
  access: 'public',
  summary: 'Knocks.',
  limits: [{ per: 'address', max: 3, windowSeconds: 3_600 }],
});

let redis: TestRedis;
const connections: RedisCommands[] = [];
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  for (const connection of connections) connection.destroy();
  await redis.close();
});

/** A process with the limit in front of one address; `service` names what is counted together. */
async function process(service: string) {
  const connection = redisClient(redis.url, log);
  connections.push(connection);
  await connection.connect();
  const app = express();
  app.get(
    '/knock',
    ...rateLimiters(redisLimitStore(connection, service, log)).byAddress(limited),
    (_, res) => {
      res.sendStatus(204);
    },
  );
  app.use(problems(log));
  return { connection, knock: async () => (await request(app).get('/knock')).status };
}
const knocks = async (knock: () => Promise<number>, times: number) => {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push(await knock());
  return statuses;
};

test('two processes count together', async () => {
  const [one, two] = [await process('together'), await process('together')];
  expect(await knocks(one.knock, 2)).toEqual([204, 204]);
  expect(await knocks(two.knock, 2)).toEqual([204, 429]);
});

test('while Redis is dead nobody is refused for its sake, and a process still limits by itself', async () => {
  const { connection, knock } = await process('dead');
  await redis.kill();
  await until(() => !connection.isReady);
  expect(await knocks(knock, 4)).toEqual([204, 204, 204, 429]);
  await redis.start();
  await until(() => connection.isReady);
  // Its scripts went with it; the shared counter is fresh, so it lets in what the own one refused.
  await until(async () => (await knock()) === 204);
});

test('a Redis that says nothing holds up nobody', async () => {
  const { knock } = await process('silent');
  expect(await knock()).toBe(204);
  redis.hang();
  try {
    expect(await knocks(knock, 4)).toEqual([204, 204, 204, 429]);
  } finally {
    redis.wake();
  }
});
