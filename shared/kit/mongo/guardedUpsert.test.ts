import { testDatabase } from '../../../tests/support/database';
import { guardedUpsert } from './guardedUpsert';

type Newest = { _id: string; version: number };

async function newestStore() {
  const { connection } = await testDatabase();
  const newest = connection.getClient().db(connection.name).collection<Newest>('newest');
  const put = (_id: string, version: number) =>
    guardedUpsert(() =>
      newest.updateOne({ _id, version: { $lt: version } }, { $set: { version } }, { upsert: true }),
    );
  return { newest, put };
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

test('any other failure is the caller’s', async () => {
  const failure = new Error('connection lost');
  await expect(guardedUpsert(() => Promise.reject(failure))).rejects.toBe(failure);
});
