import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mongo } from 'mongoose';
import { pino } from 'pino';
import { RemoteProblem } from '../client/remoteProblem';
import { Refused } from '../domainError';
import { connectMongo } from '../mongo/connect';
import { BusOverloaded, GroupAway, PoisonEvent } from './bus';
import { redisClient } from './redis/connection';
import { isUnavailability } from './unavailable';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A port at which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('what real clients throw when the other side is away is unavailability', async () => {
  const port = await closedPort();
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const redis = redisClient(`redis://127.0.0.1:${port}`, pino({ level: 'silent' }));
  const failures = {
    fetch: await failureOf(fetch(`http://127.0.0.1:${port}`)),
    timeout: await failureOf(fetch(silentUrl, { signal: AbortSignal.timeout(20) })),
    mongo: await failureOf(
      connectMongo({ uri: `mongodb://127.0.0.1:${port}`, dbName: 'x', log, reachWithinMs: 100 }),
    ),
    redis: await failureOf(redis.ping()),
  };
  for (const [name, error] of Object.entries(failures))
    expect([name, isUnavailability(error)]).toEqual([name, true]);
  silent.close();
});

test.each([
  ['a service that cannot be reached', new RemoteProblem('SERVICE_UNAVAILABLE', 'catalog')],
  ['a service that fails inside', new RemoteProblem('INTERNAL', 'catalog')],
  ['a request that still runs', new RemoteProblem('REQUEST_IN_PROGRESS', 'catalog')],
  ['a bus that is full', new BusOverloaded(3)],
  ['a group that left', new GroupAway('stock')],
  ['a primary that stepped down', new mongo.MongoServerError({ message: 'no', code: 10107 })],
  ['no majority in time', new mongo.MongoServerError({ message: 'no', code: 64 })],
  ['a cause', new Error('wrapped', { cause: new mongo.MongoNetworkError('gone') })],
])('%s is unavailability', (_, error) => {
  expect(isUnavailability(error)).toBe(true);
});

test.each([
  ['poison', new PoisonEvent('cannot be read')],
  ['a mistake in the program', new TypeError('x is not a function')],
  [
    'a document that does not fit',
    Object.assign(new Error('Validation failed'), { errors: { size: 'too small' } }),
  ],
  ['a refusal', new Refused('NOT_FOUND')],
  ['a duplicate key', new mongo.MongoServerError({ message: 'dup', code: 11000 })],
  ['anything else', new Error('no such order')],
  ['what is no error', 'ECONNREFUSED'],
])('%s is not', (_, error) => {
  expect(isUnavailability(error)).toBe(false);
});
