import { mongo } from 'mongoose';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { type PickupCodeDoc } from './documents';
import { collectionsOn } from './models';
import { pickupCodeStore } from './pickupCodes';

const cutoff = Array.from({ length: 300 }, (_, number) => number);

async function emptyStore() {
  const { connection } = await testDatabase();
  const collections = collectionsOn(connection);
  await ensureIndexes(connection);
  return { collections, store: pickupCodeStore(collections) };
}

const aCode = (number: number, digits = String(10_000_000 + number)) =>
  ({
    _id: anId(`ord_${number}`),
    pickupPointId: anId('ppt_001'),
    digits,
    activeDigits: [digits],
    status: 'waiting',
    version: 1,
  }) as unknown as PickupCodeDoc;

/** How many commands write while `work` runs. */
async function commands(work: () => Promise<unknown>): Promise<number> {
  const names = [
    'insertOne',
    'insertMany',
    'bulkWrite',
    'updateOne',
    'updateMany',
    'findOneAndUpdate',
  ] as const;
  const spies = names.map((name) => jest.spyOn(mongo.Collection.prototype, name));
  await work();
  const counted = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return counted;
}

test('the codes of a cutoff are made and ended in few commands', async () => {
  const { collections, store } = await emptyStore();
  expect(await commands(() => Promise.all(cutoff.map((number) => store.insert(aCode(number)))))).toBeLessThan(
    12,
  );
  expect(await collections.codes.countDocuments({ status: 'waiting' })).toBe(cutoff.length);
  const now = new Date('2026-03-01T12:00:00.000Z');
  expect(
    await commands(() => Promise.all(cutoff.map((number) => store.end(anId(`ord_${number}`), now)))),
  ).toBeLessThan(12);
  expect(await collections.codes.countDocuments({ status: 'void', activeDigits: { $exists: false } })).toBe(
    cutoff.length,
  );
});

test('of codes made together each is told what became of it', async () => {
  const { store } = await emptyStore();
  await store.insert(aCode(1));
  expect(
    await Promise.all([store.insert(aCode(1)), store.insert(aCode(2, '10000001')), store.insert(aCode(3))]),
  ).toEqual(['there', 'clash', 'made']);
});
