import { z } from '../zod';

/**
 * One event on the bus. `id` is the same however often it is delivered; `key` names the aggregate, and events of one key are
 * delivered in the order in which they happened.
 */
export const EventEnvelope = z.object({
  id: z.string().min(1).max(200),
  type: z.string(),
  key: z.string(),
  occurredAt: z.string(),
  correlationId: z.string(),
  data: z.unknown(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;
