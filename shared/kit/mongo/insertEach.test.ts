import { testDatabase } from '../../../tests/support/database';
import { insertEach } from './insertEach';

test('what is there already stops nothing else, and each is told', async () => {
  const { connection } = await testDatabase();
  const collection = connection
    .getClient()
    .db(connection.name)
    .collection<{ _id: string; at: number }>('each');
  await collection.insertOne({ _id: 'b', at: 1 });
  const outcomes = await insertEach(
    collection,
    ['a', 'b', 'c', 'a'].map((_id) => ({ _id, at: 2 })),
  );
  expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value)).toEqual([
    'inserted',
    'exists',
    'inserted',
    'exists',
  ]);
  expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'a', at: 2 },
    { _id: 'b', at: 1 },
    { _id: 'c', at: 2 },
  ]);
});
