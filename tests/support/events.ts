import { randomUUID } from 'node:crypto';
import { type eventCatalogue, type EventType } from '../../shared/contracts/events';
import { type EventEnvelope } from '../../shared/contracts/events/envelope';
import { type z } from '../../shared/contracts/zod';

/** The data of an event as it goes over the bus: whoever hears it parses it, so that its ids are plain text here. */
export type ToldData<T extends EventType> = z.input<(typeof eventCatalogue)[T]>;

/** An event of the aggregate `key`, with an id of its own. */
export const anEvent = (key: string, type = 'counted', data: unknown = {}): EventEnvelope => ({
  id: randomUUID(),
  type,
  key,
  occurredAt: '2026-03-01T08:00:00.000Z',
  correlationId: `request of ${key}`,
  data,
});
