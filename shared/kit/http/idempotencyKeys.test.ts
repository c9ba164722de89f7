import { testDatabase } from '../../../tests/support/database';
import { carryKeysOver, idempotencyKeys } from './idempotencyKeys';
import { mongoIdempotencyStore } from './mongoIdempotencyStore';

const now = () => new Date('2026-03-01T08:00:00.000Z');
const reply = (orderId: string) => ({ status: 201, body: { orderId } });

async function twoReleases() {
  const { connection } = await testDatabase('keys');
  const db = connection.getClient().db(connection.name);
  const storeIn = (name: string) => mongoIdempotencyStore(db.collection(name), now);
  return { db, before: storeIn('request_keys'), after: storeIn(idempotencyKeys) };
}

test('a request of before gets its first reply, from processes of both releases', async () => {
  const { db, before, after } = await twoReleases();
  await before.begin('key', 'print');
  await before.finish('key', reply('ord_1'));
  await before.begin('at work', 'print');
  await carryKeysOver(db, 'request_keys');
  const replied = { state: 'replied', fingerprint: 'print', reply: reply('ord_1') };
  for (const store of [before, after]) {
    expect(await store.begin('key', 'print')).toEqual(replied);
    expect(await store.begin('at work', 'print')).toEqual({ state: 'running', fingerprint: 'print' });
  }
});

test('done again by a process that had paused, it takes nothing from what was done meanwhile', async () => {
  const { db, before, after } = await twoReleases();
  await before.begin('key', 'print');
  await carryKeysOver(db, 'request_keys');
  await after.finish('key', reply('ord_1'));
  await carryKeysOver(db, 'request_keys');
  expect(await after.begin('key', 'print')).toMatchObject({ state: 'replied', reply: reply('ord_1') });
});

test('where there is nothing to carry over, nothing is wrong', async () => {
  const { db, after } = await twoReleases();
  await carryKeysOver(db, 'request_keys');
  expect(await after.begin('key', 'print')).toMatchObject({ state: 'claimed' });
});
