import { memoryFiles } from '../../../tests/support/memoryFiles';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { anOrder } from '../../../tests/support/orders/anOrder';
import { cancel } from '../domain/endings';
import { enter } from '../domain/order';
import { openStores } from './stores';

const now = new Date('2026-03-01T15:00:00.000Z');
const joining = { consolidationId: anId('con_1'), consolidatedAt: now };

async function opened() {
  const { connection } = await testDatabase('orders');
  return { connection, ...openStores(connection, () => now, memoryFiles()).kept };
}

test('what many orders enter at once is what one enters, and what cutoff has yet to decide about', async () => {
  const { orders, cycleOrders } = await opened();
  const paid = { ...anOrder('paid'), note: 'Ring twice' };
  const { cycleId } = paid;
  await orders.insert(paid);
  const take = () => cycleOrders.consolidatePaid({ ...joining, cycleId, now }, 10);
  expect([await take(), await take()]).toEqual([1, 0]);
  const expected = enter('consolidate', paid, { ...paid.facts, ...joining });
  expect(await orders.find(paid.id)).toEqual(expected);
  expect(await cycleOrders.undecided(cycleId, 10)).toEqual([expected]);
});

test('an order that ended meanwhile does not join, and whoever decided on its old version decides anew', async () => {
  const { orders, cycleOrders } = await opened();
  const paid = anOrder('paid');
  await orders.insert(paid);
  await orders.change(paid.id, (order) => ({ order: cancel(order, paid.placedAt) }));
  expect(await cycleOrders.consolidatePaid({ ...joining, cycleId: paid.cycleId, now }, 10)).toBe(0);
  expect(await orders.find(paid.id)).toMatchObject({ status: 'cancelled' });

  const other = { ...anOrder('paid'), id: anId<'ord'>('ord_2') };
  await orders.insert(other);
  await cycleOrders.consolidatePaid({ ...joining, cycleId: other.cycleId, now }, 10);
  expect(await orders.save(other, { order: cancel(other, other.placedAt) })).toBe(false);
});
