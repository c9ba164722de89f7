import { catalogEvents } from './events/catalog';
import { deliveryEvents } from './events/delivery';
import { identityEvents } from './events/identity';
import { ordersEvents } from './events/orders';
import { settlementEvents } from './events/settlement';
import { type z } from './zod';

/** Every event that services tell each other: past tense, versioned, plain data. */
export const eventCatalogue = {
  ...identityEvents,
  ...catalogEvents,
  ...ordersEvents,
  ...deliveryEvents,
  ...settlementEvents,
};

export type EventType = keyof typeof eventCatalogue;
export type EventData<T extends EventType> = z.output<(typeof eventCatalogue)[T]>;
