import { memoryFiles } from '../../../tests/support/memoryFiles';
import { type Connection } from 'mongoose';
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

async function migrateTwice(connection: Connection): Promise<void> {
  for (const _run of ['once', 'again']) {
    await migrate(connection, ordersMigrations, { log });
    await connection.collection<{ _id: string }>('schema_version').deleteMany({});
  }
}

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

  await migrateTwice(connection);
  const { kept } = openStores(connection, () => now, memoryFiles());
  await ensureIndexes(connection);
  const [migrated, ...others] = await kept.cycleOrders.undecided(order.cycleId, 10);
  expect(others).toEqual([]);
  expect(migrated?.lines).toEqual([{ ...apples, reachedUnitFen: 900 }, pakChoi]);
  expect(await kept.closings.find(anId('cyc_1'))).toMatchObject({ phase: 'consolidating' });
  expect(await kept.closings.find(anId('cyc_2'))).toMatchObject({ phase: 'deciding' });
});

test('payments, attempts and reports of before are of Stripe, and reports that nobody handled still are', async () => {
  const { connection } = await testDatabase('orders');
  const order = anOrder('paid');
  const refund = { refundId: 'ref_1', attempt: 2, providerRefundId: 're_1' };
  const { provider: _none, ...payment } = order.facts.payment;
  const begun = { paymentId: 'pay_1', fingerprint: 'f', begunAt: now, state: 'given_up' };
  const wallet = { ...begun, wish: { method: 'wechat_pay', client: 'web' } };
  const card = {
    ...begun,
    wish: { method: 'card', paymentMethodId: 'pm_1' },
    state: 'paid',
    intentId: 'pi_1',
  };
  await connection.collection<{ _id: string }>('orders').insertOne({
    ...{ _id: 'ord_1', ...flat(order), payment, attempts: [wallet, card] },
    ...{ refunds: [refund], outbox: [] },
  });
  const report = { type: 'payment_intent.succeeded', receivedAt: now, dueAt: now, failures: 1 };
  const refunded = { kind: 'refund', orderId: 'ord_1', providerRefundId: 're_1' };
  await connection.collection<{ _id: string }>('provider_events').insertMany([
    { _id: 'evt_1', ...report, subject: { kind: 'intent', intentId: 'pi_1', orderId: 'ord_1' } },
    { _id: 'evt_2', ...report, type: 'refund.updated', subject: refunded },
    { _id: 'evt_3', ...report, subject: { kind: 'intent', intentId: 'pi_2' } },
  ] as never);

  await migrateTwice(connection);
  const { kept } = openStores(connection, () => now, memoryFiles());
  const migrated = await kept.orders.find(order.id);
  expect(migrated?.facts).toMatchObject({ payment: { ...payment, provider: 'stripe' } });
  expect(migrated?.attempts).toEqual([
    { ...wallet, provider: 'stripe', wish: { method: 'wechat_pay', host: 'desktop_browser' } },
    { ...card, provider: 'stripe' },
  ]);
  const due = await kept.providerEvents.due(now, 10);
  const named = { provider: 'stripe', failures: 1 };
  expect(due.sort((a, b) => a.eventId.localeCompare(b.eventId))).toEqual([
    {
      ...{ ...named, eventId: 'evt_1', type: 'payment_intent.succeeded' },
      subject: { kind: 'intent', intentId: 'pi_1', orderId: 'ord_1', taken: true },
    },
    {
      ...{ ...named, eventId: 'evt_2', type: 'refund.updated' },
      subject: { ...refunded, refundId: 'ref_1', attempt: 2 },
    },
    { ...named, eventId: 'evt_3', type: 'payment_intent.succeeded', subject: { kind: 'nothing' } },
  ]);
});
