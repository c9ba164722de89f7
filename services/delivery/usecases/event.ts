import { type eventCatalogue } from '#shared/contracts/events';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';

/** An event of ours as it goes into the outbox of the document that it happened to. */
export const event = eventFactory<typeof eventCatalogue>();
