import { withCorrelation } from '../log/correlation';
import { eventFactory } from './outboxEvent';

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
