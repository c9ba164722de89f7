import { randomUUID } from 'node:crypto';
import { type EventEnvelope } from '../../contracts/events/envelope';
import { type z } from '../../contracts/zod';
import { type EventCatalogue } from '../bus/typedBus';
import { currentCorrelationId } from '../log/correlation';

export type EventContext = {
  /** When it happened. */
  readonly now: Date;
  /** Unless given, a random one. Give one (`orders.paid.v1:{orderId}`) where the same fact could be written twice. */
  readonly id?: string;
  /** Unless given, the one that the running code belongs to. */
  readonly correlationId?: string;
};

/** An event as it lies in the outbox of the document that it happened to; `key` is that document's id. */
export type OutboxEvent = EventEnvelope;

/** Builds the events of one catalogue, so that the compiler checks type and data together. */
export function eventFactory<C extends EventCatalogue>() {
  return <T extends keyof C & string>(
    type: T,
    key: string,
    data: z.input<C[T]>,
    { now, id = randomUUID(), correlationId = currentCorrelationId() ?? id }: EventContext,
  ): OutboxEvent => ({ id, type, key, occurredAt: now.toISOString(), correlationId, data });
}
