import { testDatabase } from '../../../tests/support/database';
import { idempotencyKeys } from './idempotencyKeys';
import { keepSeconds, mongoIdempotencyStore } from './mongoIdempotencyStore';

const reply = { status: 201, body: { orderId: 'ord_1' } };

async function setUp() {
  const { connection } = await testDatabase('idempotency');
  const collection = connection.getClient().db(connection.name).collection(idempotencyKeys);
  const clock = { now: new Date('2026-03-01T08:00:00.000Z') };
  const store = mongoIdempotencyStore(collection as never, () => clock.now);
  const pass = (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
  };
  const claimed = async (fingerprint = 'print') => {
    const begun = await store.begin('key', fingerprint);
    return begun.state === 'claimed' ? begun.claim : '';
  };
  return { store, collection, pass, claimed };
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
  expect(await store.begin('key 2', 'print')).toMatchObject({ state: 'claimed' });
});

test('a request that was refused may be tried again; one that was answered stays answered', async () => {
  const { store, claimed } = await setUp();
  await store.abandon('key', await claimed());
  const claim = await claimed('another');
  await store.finish('key', reply);
  await store.abandon('key', claim);
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

test('a slow request whose key was taken over gives up its own claim only, and the first reply stays', async () => {
  const { store, pass, claimed } = await setUp();
  const slow = await claimed();
  pass(31);
  const quick = await claimed();
  await store.abandon('key', slow);
  expect(await store.begin('key', 'print')).toEqual({ state: 'running', fingerprint: 'print' });
  await store.finish('key', reply);
  await store.finish('key', { status: 500, body: 'late' });
  await store.abandon('key', quick);
  expect(await store.begin('key', 'print')).toMatchObject({ state: 'replied', reply });
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
