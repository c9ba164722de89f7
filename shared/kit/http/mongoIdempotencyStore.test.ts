import { testDatabase } from '../../../tests/support/database';
import { keepSeconds, mongoIdempotencyStore } from './mongoIdempotencyStore';

const reply = { status: 201, body: { orderId: 'ord_1' } };

async function setUp() {
  const { connection } = await testDatabase('idempotency');
  const collection = connection.getClient().db(connection.name).collection('request_keys');
  const clock = { now: new Date('2026-03-01T08:00:00.000Z') };
  const store = mongoIdempotencyStore(collection as never, () => clock.now);
  const pass = (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
  };
  return { store, collection, pass };
}

test('a key is claimed by one of many requests at once; the others are told that it is at work', async () => {
  const { store } = await setUp();
  const begun = await Promise.all(Array.from({ length: 20 }, () => store.begin('key', 'print')));
  expect(begun.filter(({ state }) => state === 'claimed')).toHaveLength(1);
  expect(begun.filter(({ state }) => state === 'running')).toHaveLength(19);
});

test('a repetition gets the first reply, with the fingerprint of what was asked then', async () => {
  const { store } = await setUp();
  await store.begin('key', 'print');
  await store.finish('key', reply);
  expect(await store.begin('key', 'another')).toEqual({ state: 'replied', fingerprint: 'print', reply });
  expect(await store.begin('key 2', 'print')).toEqual({ state: 'claimed' });
});

test('a request that was refused may be tried again; one that was answered stays answered', async () => {
  const { store } = await setUp();
  await store.begin('key', 'print');
  await store.abandon('key');
  expect(await store.begin('key', 'another')).toEqual({ state: 'claimed' });
  await store.finish('key', reply);
  await store.abandon('key');
  expect(await store.begin('key', 'another')).toMatchObject({ state: 'replied' });
});

test('the key of a process that died is taken over by one of many, for the same request only', async () => {
  const { store, pass } = await setUp();
  await store.begin('key', 'print');
  pass(29);
  expect(await store.begin('key', 'print')).toEqual({ state: 'running', fingerprint: 'print' });
  pass(2);
  expect(await store.begin('key', 'another')).toEqual({ state: 'running', fingerprint: 'print' });
  const begun = await Promise.all(Array.from({ length: 10 }, () => store.begin('key', 'print')));
  expect(begun.filter(({ state }) => state === 'claimed')).toHaveLength(1);
});

test('keys are kept for two days under an index that drops them, and never in the clear', async () => {
  const { store, collection } = await setUp();
  await store.ensureIndex();
  await store.begin('acc_1|orders.placeOrder|secret-key', 'print');
  const indexes = await collection.indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { createdAt: 1 }, expireAfterSeconds: keepSeconds }),
  );
  expect(JSON.stringify(await collection.findOne({}))).not.toContain('secret-key');
});
