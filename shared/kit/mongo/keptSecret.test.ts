import { testDatabase } from '../../../tests/support/database';
import { keptSecret, type KeptSecret } from './keptSecret';

test('whoever asks first makes the secret, and everybody gets the same', async () => {
  const database = await testDatabase();
  const secrets = database.connection
    .getClient()
    .db(database.connection.name)
    .collection<KeptSecret>('secrets');
  const all = await Promise.all(Array.from({ length: 12 }, () => keptSecret(secrets, 'service tokens')));
  expect(new Set(all.map((one) => one.toString('hex'))).size).toBe(1);
  expect(all[0]).toHaveLength(32);
  expect(await keptSecret(secrets, 'service tokens')).toEqual(all[0]);
  expect(await keptSecret(secrets, 'pickup codes')).not.toEqual(all[0]);
});
