import { randomUUID } from 'node:crypto';
import { type EventEnvelope } from '../../shared/contracts/events/envelope';

/** An event of the aggregate `key`, with an id of its own. */
export const anEvent = (key: string, type = 'counted', data: unknown = {}): EventEnvelope => ({
  id: randomUUID(),
  type,
  key,
  occurredAt: '2026-03-01T08:00:00.000Z',
  correlationId: `request of ${key}`,
  data,
});
