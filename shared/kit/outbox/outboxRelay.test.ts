import { pino } from 'pino';
import { testDatabase } from '../../../tests/support/database';
import { memorySetAside } from '../../../tests/support/memorySetAside';
import { until } from '../../../tests/support/until';
import { type EventEnvelope } from '../../contracts/events/envelope';
import { type Bus, BusOverloaded } from '../bus/bus';
import { inProcessBus } from '../bus/inProcessBus';
import { eventFactory } from './outboxEvent';
import { startOutboxRelay } from './outboxRelay';
import { outboxIndex } from './outboxStore';

type Doc = { _id: string; outbox: EventEnvelope[]; note?: string };

const log = pino({ level: 'silent' });
const now = () => new Date();
const newEvent = eventFactory();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

let number = 0;
async function world({ bus: given }: { bus?: Pick<Bus, 'publish'> } = {}) {
  const { connection } = await database;
  const collection = connection.db!.collection<Doc>(`orders${++number}`);
  await collection.createIndexes([outboxIndex]);
  const published: string[] = [];
  const bus = given ?? {
    publish: (events: readonly EventEnvelope[]) => {
      published.push(...events.map(({ id }) => id));
      return Promise.resolve();
    },
  };
  const start = (options: Partial<Parameters<typeof startOutboxRelay>[0]> = {}) => {
    const relay = startOutboxRelay({
      collections: { orders: collection },
      bus,
      log,
      now,
      pollMs: 60_000,
      ...options,
    });
    closing.push(() => relay.close());
    return relay;
  };
  const order = (id: string, events = 1): Doc => ({
    _id: id,
    outbox: Array.from({ length: events }, (_, at) =>
      newEvent('placed', id, { at }, { now: now(), id: `${id}/${at}` }),
    ),
  });
  const waiting = () => collection.countDocuments({ 'outbox.0': { $exists: true } });
  return { collection, published, start, order, waiting };
}
let database: ReturnType<typeof testDatabase>;
beforeAll(async () => {
  database = testDatabase('outbox');
  await database;
});

test('a nudged document gives its events away in order, and keeps none', async () => {
  const { collection, published, start, order, waiting } = await world();
  const relay = start();
  await collection.insertOne(order('a', 3));
  relay.nudge('orders', { _id: 'a' });
  await until(async () => (await waiting()) === 0);
  expect(published).toEqual(['a/0', 'a/1', 'a/2']);
});

test('a document that is handed over with its outbox is not read again', async () => {
  const { published, start, order } = await world();
  start().nudge('orders', order('only in memory'));
  await until(() => published.length === 1);
});

test('events that nobody nudged are found, by an index', async () => {
  const { collection, published, start, order } = await world();
  await collection.insertMany([order('a'), { ...order('b', 0) }, order('c')]);
  start({ pollMs: 10 });
  await until(() => published.length === 2);
  const plan = await collection
    .find({ 'outbox.0.occurredAt': { $exists: true } })
    .hint(outboxIndex.key)
    .explain('executionStats');
  expect(JSON.stringify(plan)).toContain('IXSCAN');
});

test('an empty outbox costs the poll nothing: the index holds only documents that wait', async () => {
  const { collection, order } = await world();
  await collection.insertMany(Array.from({ length: 200 }, (_, at) => order(String(at), at < 3 ? 1 : 0)));
  await collection.updateOne({ _id: '0' }, { $pull: { outbox: { id: '0/0' } } });
  const plan = await collection
    .find({ 'outbox.0.occurredAt': { $exists: true } })
    .sort(outboxIndex.key)
    .explain('executionStats');
  expect(plan['executionStats']).toMatchObject({ nReturned: 2, totalKeysExamined: 2, totalDocsExamined: 2 });
});

test('an event written while the document is in hand leaves too, after the first', async () => {
  let release: (() => void) | undefined;
  const published: string[] = [];
  const bus = {
    publish: async (events: readonly EventEnvelope[]) => {
      published.push(...events.map(({ id }) => id));
      if (published.length === 1)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
    },
  };
  const { collection, start, order, waiting } = await world({ bus });
  const relay = start();
  await collection.insertOne(order('a'));
  relay.nudge('orders', { _id: 'a' });
  await until(() => release !== undefined);
  await collection.updateOne(
    { _id: 'a' },
    { $push: { outbox: newEvent('paid', 'a', {}, { now: now(), id: 'a/1' }) } },
  );
  relay.nudge('orders', { _id: 'a' });
  release!();
  await until(async () => (await waiting()) === 0);
  expect(published).toEqual(['a/0', 'a/1']);
});

test('while the bus is away nothing is lost, and everything leaves when it is back', async () => {
  let away = true;
  const published: string[] = [];
  const bus = {
    publish: (events: readonly EventEnvelope[]) => {
      if (away) return Promise.reject(new BusOverloaded(9));
      published.push(...events.map(({ id }) => id));
      return Promise.resolve();
    },
  };
  const { collection, start, order, waiting } = await world({ bus });
  const relay = start({ pollMs: 20 });
  await collection.insertMany([order('a'), order('b')]);
  relay.nudge('orders', { _id: 'a' });
  await expect(relay.flush()).rejects.toThrow(BusOverloaded);
  away = false;
  await until(async () => (await waiting()) === 0);
  expect(published.sort()).toEqual(['a/0', 'b/0']);
});

test('a document whose events cannot be published holds back no other', async () => {
  const published: string[] = [];
  const bus = {
    publish: (events: readonly EventEnvelope[]) => {
      if (events[0]!.key === 'bad') return Promise.reject(new Error('unknown type'));
      published.push(...events.map(({ id }) => id));
      return Promise.resolve();
    },
  };
  const { collection, start, order } = await world({ bus });
  await collection.insertMany([order('bad'), order('good')]);
  start({ pollMs: 10, drainMs: 100 });
  await until(() => published.length === 1);
});

test('two relays at once lose nothing and keep the order of each document', async () => {
  const { collection, published, start, order, waiting } = await world();
  const ids = Array.from({ length: 300 }, (_, at) => `o${at}`);
  await collection.insertMany(ids.map((id) => order(id, 2)));
  start({ pollMs: 10, maxInFlight: 20 });
  start({ pollMs: 10, maxInFlight: 20 });
  await until(async () => (await waiting()) === 0);
  for (const id of ids) {
    const own = [...new Set(published.filter((event) => event.startsWith(`${id}/`)))];
    expect(own).toEqual([`${id}/0`, `${id}/1`]);
  }
});

test('with the in-process bus an event stays in its outbox until it is handled', async () => {
  const bus = inProcessBus({ log, now });
  closing.push(() => bus.close());
  const handled: string[] = [];
  let finish: (() => void) | undefined;
  bus.subscribe(
    'stock',
    ['placed'],
    async ({ id }) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      handled.push(id);
    },
    { setAside: memorySetAside() },
  );
  const { collection, start, order, waiting } = await world({ bus });
  const relay = start();
  await collection.insertOne(order('a'));
  relay.nudge('orders', { _id: 'a' });
  await until(() => finish !== undefined);
  expect(await waiting()).toBe(1);
  finish!();
  await until(async () => (await waiting()) === 0);
  expect(handled).toEqual(['a/0']);
});

test('close publishes what waits', async () => {
  const { collection, published, start, order } = await world();
  const relay = start();
  await collection.insertMany([order('a'), order('b')]);
  await relay.close();
  expect(published.sort()).toEqual(['a/0', 'b/0']);
});
