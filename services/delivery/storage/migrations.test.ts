import { migrate } from '#shared/kit/mongo/migrations';
import { testDatabase } from '../../../tests/support/database';
import { deliveryMigrations } from './migrations';
import { collectionsOn } from './models';
import { pickupPointStore } from './pickupPoints';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };

test('pickup points of the first release are found as goods are, however often the change runs', async () => {
  const { connection } = await testDatabase('delivery');
  const db = connection.getClient().db(connection.name);
  await db.collection<{ _id: string }>('pickup_points').insertOne({
    ...{
      _id: 'ppt_1',
      name: { zh: '绿园', en: 'O’Hara Garden' },
      address: '龙井路 3 号',
      sortName: 'lüyuan',
    },
    ...{ searchText: '绿园\no’hara garden\nlüyuan\nlü yuan\nly\n龙井路 3 号' },
  });
  for (const _run of ['once', 'again']) {
    await migrate(connection, deliveryMigrations, { log });
    await db.collection<{ _id: string }>('schema_version').deleteMany({});
  }
  const points = pickupPointStore(collectionsOn(connection));
  for (const search of ['綠園', 'lvyuan', "O'HARA", 'longjing', '龍井路', 'lyu'])
    expect([search, (await points.listByName({ search }, { limit: 10 })).items.length]).toEqual([search, 1]);
  expect((await points.listByName({ search: 'hara.*' }, { limit: 10 })).items).toEqual([]);
});
