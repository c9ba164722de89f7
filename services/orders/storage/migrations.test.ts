import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { migrate } from '#shared/kit/mongo/migrations';
import { testDatabase } from '../../../tests/support/database';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { anId } from '../../../tests/support/anId';
import { ordersMigrations } from './migrations';
import { flat } from './orderModel';
import { openStores } from './stores';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const now = new Date('2026-03-01T15:00:00.000Z');

test('a closing that was under way goes on, and orders keep the tier that they reached', async () => {
  const { connection } = await testDatabase('orders');
  const db = connection.getClient().db(connection.name);
  const order = anOrder('paid');
  const [apples, pakChoi] = flat(order).lines;
  await db.collection<{ _id: string }>('orders').insertMany([
    {
      ...{ _id: 'ord_1', ...flat(order), outbox: [] },
      ...{ lines: [{ ...apples, settledUnitFen: 900 }, pakChoi], unsettled: true },
      ...{ status: 'consolidated', consolidationId: 'con_1', consolidatedAt: now },
    },
  ]);
  await db.collection('orders').createIndexes([
    {
      name: 'cycleId_1_pickupPointId_1',
      key: { cycleId: 1, pickupPointId: 1 },
      partialFilterExpression: { unsettled: true },
    },
  ]);
  await db.collection<{ _id: string }>('closings').insertMany([
    { _id: 'cyc_1', phase: 'claiming' },
    { _id: 'cyc_2', phase: 'settling' },
  ] as never);

  for (const _run of ['once', 'again']) {
    await migrate(connection, ordersMigrations, { log });
    await db.collection<{ _id: string }>('schema_version').deleteMany({});
  }
  const { kept } = openStores(connection, () => now);
  await ensureIndexes(connection);
  const [migrated, ...others] = await kept.cycleOrders.undecided(order.cycleId, 10);
  expect(others).toEqual([]);
  expect(migrated?.lines).toEqual([{ ...apples, reachedUnitFen: 900 }, pakChoi]);
  expect(await kept.closings.find(anId('cyc_1'))).toMatchObject({ phase: 'consolidating' });
  expect(await kept.closings.find(anId('cyc_2'))).toMatchObject({ phase: 'deciding' });
});
