import { testDatabase } from '../../../tests/support/database';
import { signInTryStore } from './signInTryStore';

const now = new Date('2026-03-01T08:00:00.000Z');

test('first tries at the same moment are all counted and none is taken for a lock', async () => {
  const { connection } = await testDatabase();
  const store = signInTryStore(connection);
  for (let race = 0; race < 30; race += 1) {
    const name = `phone:${race}`;
    const taken = await Promise.all([1, 2, 3].map(() => store.take(name, now)));
    expect(taken).toEqual([true, true, true]);
  }
  const counted = connection.getClient().db(connection.name).collection('sign_in_tries');
  expect(await counted.countDocuments({ failures: 3 })).toBe(30);
});
