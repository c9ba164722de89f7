import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { documentsRead } from '../../../tests/support/documentsRead';
import { ConsolidationStore } from './consolidationStore';

test('the versions of one cycle are found without reading the lists of all others', async () => {
  const { connection } = await testDatabase('orders');
  const store = new ConsolidationStore(connection);
  await ensureIndexes(connection);
  const days = Array.from({ length: 300 }, (_, n) => ({
    ...{ _id: `con_${n}`, cityId: 'cit_1', cycleId: `cyc_${n}` },
    frozenAt: new Date(Date.UTC(2026, 0, 1 + n)),
  }));
  await connection.collection('consolidations').insertMany(days as never);
  const ofCycle = () => store.list({ cityId: anId('cit_1'), cycleId: anId('cyc_7') }, { limit: 20 });
  expect((await ofCycle()).items).toMatchObject([{ id: 'con_7' }]);
  expect(await documentsRead(ofCycle)).toBe(1);
});
