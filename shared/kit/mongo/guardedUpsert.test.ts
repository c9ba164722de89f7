import { testDatabase } from '../../../tests/support/database';
import { guardedUpsert, guardedUpserts } from './guardedUpsert';

type Newest = { _id: string; version: number };

async function newestStore() {
  const { connection } = await testDatabase();
  const newest = connection.getClient().db(connection.name).collection<Newest>('newest');
  const put = (_id: string, version: number) =>
    guardedUpsert(() =>
      newest.updateOne({ _id, version: { $lt: version } }, { $set: { version } }, { upsert: true }),
    );
  const putAll = (versions: readonly (readonly [string, number])[]) =>
    guardedUpserts(
      newest,
      versions.map(([_id, version]) => ({
        filter: { _id, version: { $lt: version } },
        update: { $set: { version } },
      })),
    );
  return { newest, put, putAll };
}

test('what the guard allows wins, also against a first writer of the same moment', async () => {
  const { newest, put } = await newestStore();
  const ids = Array.from({ length: 60 }, (_, index) => `doc_${index}`);
  await Promise.all(ids.flatMap((id) => [put(id, 1), put(id, 3), put(id, 2)]));
  expect(await newest.countDocuments({ version: 3 })).toBe(ids.length);
});

test('what the guard refuses changes nothing and is told', async () => {
  const { newest, put } = await newestStore();
  expect(await put('doc', 2)).toMatchObject({ upsertedCount: 1 });
  expect(await put('doc', 1)).toBeUndefined();
  expect(await newest.findOne({})).toEqual({ _id: 'doc', version: 2 });
});

test('many in one command are each allowed or refused', async () => {
  const { newest, putAll } = await newestStore();
  expect(await putAll([])).toEqual([]);
  expect(
    await putAll([
      ['a', 2],
      ['b', 1],
    ]),
  ).toEqual([true, true]);
  expect(
    await putAll([
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ]),
  ).toEqual([false, true, true]);
  expect(await newest.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'a', version: 2 },
    { _id: 'b', version: 2 },
    { _id: 'c', version: 1 },
  ]);
  const ids = Array.from({ length: 40 }, (_, index) => `doc_${index}`);
  await Promise.all([1, 3, 2].map((version) => putAll(ids.map((id) => [id, version] as const))));
  expect(await newest.countDocuments({ version: 3 })).toBe(ids.length);
});

test('any other failure is the caller’s', async () => {
  const failure = new Error('connection lost');
  await expect(guardedUpsert(() => Promise.reject(failure))).rejects.toBe(failure);
});
