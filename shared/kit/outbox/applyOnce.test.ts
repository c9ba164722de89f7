import { testDatabase } from '../../../tests/support/database';
import { withCorrelation } from '../log/correlation';
import { applyOnce } from './applyOnce';
import { eventFactory } from './outboxEvent';

test('an event is applied once, and only so many are remembered', async () => {
  const { connection } = await testDatabase('inbox');
  const orders = connection.db!.collection<{ _id: string; steps: number; applied?: string[] }>('orders');
  await orders.insertOne({ _id: 'o1', steps: 0 });
  const matched: number[] = [];
  for (const id of ['e1', 'e1', 'e2', 'e3', 'e3']) {
    const { filter, update } = applyOnce(id, { _id: 'o1' }, { $inc: { steps: 1 } }, 2);
    matched.push((await orders.updateOne(filter, update)).matchedCount);
  }
  expect(matched).toEqual([1, 0, 1, 1, 0]);
  expect(await orders.findOne({ _id: 'o1' })).toEqual({ _id: 'o1', steps: 3, applied: ['e2', 'e3'] });
});

test('it pushes beside what the write pushes itself', () => {
  const { update } = applyOnce('e1', {}, { $push: { outbox: 'event' } });
  expect(update.$push).toEqual({ outbox: 'event', applied: { $each: ['e1'], $slice: -50 } });
});

test('an event carries the time, the given id and the correlation of the running code', () => {
  const now = new Date('2026-03-01T08:00:00Z');
  const newEvent = eventFactory();
  const event = withCorrelation('request-1', () =>
    newEvent('paid', 'o1', { total: 5 }, { now, id: 'paid:o1' }),
  );
  expect(event).toEqual({
    id: 'paid:o1',
    type: 'paid',
    key: 'o1',
    occurredAt: '2026-03-01T08:00:00.000Z',
    correlationId: 'request-1',
    data: { total: 5 },
  });
  const [one, two] = [newEvent('paid', 'o1', {}, { now }), newEvent('paid', 'o1', {}, { now })];
  expect(one.id).not.toBe(two.id);
  expect(one.correlationId).toBe(one.id);
});
