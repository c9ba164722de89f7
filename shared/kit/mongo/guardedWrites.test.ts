import { testDatabase } from '../../../tests/support/database';
import { guardedWrites, type WrittenBy } from './guardedWrites';

type Counted = WrittenBy & { _id: string; version: number; by?: string };

const ids = Array.from({ length: 40 }, (_, index) => `doc_${index}`);

async function counters() {
  const { connection } = await testDatabase();
  const collection = connection.getClient().db(connection.name).collection<Counted>('counters');
  await collection.insertMany(ids.map((_id) => ({ _id, version: 1 })));
  const aProcess = (by: string) => {
    const writes = guardedWrites('counters', collection);
    return (_id: string, version: number) =>
      writes.add({ filter: { _id, version }, update: { $set: { version: version + 1, by } } });
  };
  return { collection, aProcess };
}

test('each is told whether its own guard held', async () => {
  const { collection, aProcess } = await counters();
  const write = aProcess('me');
  const told = await Promise.all(ids.map((id, index) => write(id, index % 3 === 0 ? 7 : 1)));
  expect(told).toEqual(ids.map((_, index) => index % 3 !== 0));
  expect(await collection.countDocuments({ version: 2 })).toBe(told.filter(Boolean).length);
  expect(await write('doc_missing', 1)).toBe(false);
});

test('changes of one document are made in their order, and of two alike one is made', async () => {
  const { collection, aProcess } = await counters();
  const write = aProcess('me');
  const told = await Promise.all([
    write('doc_1', 1),
    write('doc_1', 1),
    write('doc_1', 2),
    write('doc_2', 1),
  ]);
  expect(told).toEqual([true, false, true, true]);
  expect((await collection.findOne({ _id: 'doc_1' }))?.version).toBe(3);
});

test('of two processes that decide about the same, one is told that it did', async () => {
  const { collection, aProcess } = await counters();
  const [one, other] = [aProcess('one'), aProcess('other')];
  const told = await Promise.all(
    ids.map(async (id) => ({ id, one: await Promise.all([one(id, 1), other(id, 1)]) })),
  );
  for (const { id, one: outcome } of told) {
    const { by } = (await collection.findOne({ _id: id })) ?? {};
    expect(outcome).toEqual([by === 'one', by === 'other']);
  }
});
