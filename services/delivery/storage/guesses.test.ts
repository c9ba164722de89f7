import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { testDatabase } from '../../../tests/support/database';
import { guessStore } from './guesses';
import { collectionsOn } from './models';

const now = new Date('2026-03-01T08:00:00.000Z');

test('first tries at the same moment are all counted and none is taken for a lock; the ninth is locked', async () => {
  const { connection } = await testDatabase();
  const collections = collectionsOn(connection);
  await ensureIndexes(connection);
  const guesses = guessStore(collections);
  const tries = await Promise.all(Array.from({ length: 7 }, () => guesses.take('acc_leader', now)));
  expect(tries).toEqual(Array(7).fill(undefined));
  expect(await guesses.take('acc_leader', now)).toBeUndefined();
  expect(await guesses.take('acc_leader', now)).toEqual(new Date(now.getTime() + 60_000));
});
