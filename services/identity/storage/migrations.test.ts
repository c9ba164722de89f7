import { migrate } from '#shared/kit/mongo/migrations';
import { testDatabase } from '../../../tests/support/database';
import { accountStore } from './accountStore';
import { identityMigrations } from './migrations';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };

test('accounts of the first release are found by parts, however often the change runs', async () => {
  const { connection } = await testDatabase('identity');
  const db = connection.getClient().db(connection.name);
  const accounts = db.collection<{ _id: string }>('accounts');
  const opened = { version: 3, openedAt: new Date(0), roles: ['shopper'], addresses: [] };
  await accounts.insertMany([
    {
      _id: 'acc_1',
      status: 'open',
      displayName: '王小梅',
      phone: '13800138000',
      phoneTail: '8000',
      ...opened,
    },
    { _id: 'acc_2', status: 'deleted', version: 4 },
  ] as never);
  await accounts.createIndexes([{ key: { phoneTail: 1 }, name: 'phoneTail_1' }]);
  for (const _run of ['once', 'again']) {
    await migrate(connection, identityMigrations, { log });
    await db.collection<{ _id: string }>('schema_version').deleteMany({});
  }
  const store = accountStore(connection, quiet);
  for (const search of ['小梅', '0013', '8000'])
    expect((await store.search({ search }, { limit: 10 })).items.map(({ _id }) => _id)).toEqual(['acc_1']);
  expect(await accounts.findOne({ _id: 'acc_2' })).toEqual({ _id: 'acc_2', status: 'deleted', version: 4 });
  expect(await accounts.findOne({ _id: 'acc_1' })).not.toHaveProperty('phoneTail');
  expect((await accounts.indexes()).map(({ name }) => name)).not.toContain('phoneTail_1');
});
