import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { documentsRead } from '../../../tests/support/documentsRead';
import { type ListedOrder } from '../domain/consolidation';
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

test('a pickup list that is written again, and not all of which was there, is what was written last', async () => {
  const { connection } = await testDatabase('orders');
  const store = new ConsolidationStore(connection);
  await ensureIndexes(connection);
  const [consolidationId, pickupPointId] = [anId<'con'>('con_again'), anId<'ppt'>('ppt_1')];
  const row = (id: `ord_${string}`, recipientName: string): ListedOrder => ({
    ...{ consolidationId, pickupPointId, pickupPointName: '东门', orderId: anId<'ord'>(id) },
    ...{ accountId: anId<'acc'>('acc_1'), recipientName, phoneTail: '0001', fulfilment: 'pickup', lines: [] },
  });
  await store.putListed([row('ord_1', 'Li'), row('ord_2', 'Wu')]);
  await store.putListed([row('ord_2', 'Wang'), row('ord_3', 'Xu')]);
  const { items } = await store.pickupList(consolidationId, pickupPointId, { limit: 10 });
  expect(items.map(({ orderId, recipientName }) => [orderId, recipientName])).toEqual([
    ['ord_1', 'Li'],
    ['ord_2', 'Wang'],
    ['ord_3', 'Xu'],
  ]);
});
