import { type eventCatalogue } from '#shared/contracts/events';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';

export const event = eventFactory<typeof eventCatalogue>();
