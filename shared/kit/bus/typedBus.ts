import { type EventEnvelope } from '../../contracts/events/envelope';
import { type z } from '../../contracts/zod';
import { type Bus, PoisonEvent, type Subscription, type SubscribeOptions } from './bus';
import { type SetAside } from './setAside/setAside';

/** Event types and the shapes of their data. */
export type EventCatalogue = Readonly<Record<string, z.ZodType>>;

export type EventOf<C extends EventCatalogue, T extends keyof C & string> = Omit<
  EventEnvelope,
  'type' | 'data'
> & {
  readonly type: T;
  readonly data: z.output<C[T]>;
};

/** What to do when something happened; a type without a handler is ignored. */
export type EventHandlers<C extends EventCatalogue> = {
  readonly [T in keyof C & string]?: (event: EventOf<C, T>) => Promise<void>;
};

export type TypedBus<C extends EventCatalogue> = Omit<Bus, 'subscribe'> & {
  /** Delivers to `group` the events that `handlers` name, their data parsed. Data that cannot be parsed is poison. */
  subscribe(
    group: string,
    handlers: EventHandlers<C>,
    options?: Omit<SubscribeOptions, 'setAside'>,
  ): Subscription;
};

/**
 * The bus as services use it: handlers by event type, with typed data.
 * @param options.setAside where events go that this service can never handle
 * @param options.checkPublished also refuse to publish what the catalogue does not describe: for tests and development.
 */
export function typedBus<C extends EventCatalogue>(
  bus: Bus,
  catalogue: C,
  { setAside, checkPublished = false }: { readonly setAside: SetAside; readonly checkPublished?: boolean },
): TypedBus<C> {
  return {
    ...bus,
    async publish(events) {
      if (checkPublished) for (const { type, data } of events) dataSchema(catalogue, type).parse(data);
      await bus.publish(events);
    },
    subscribe: (group, handlers, options) =>
      bus.subscribe(
        group,
        Object.keys(handlers).filter((type) => handlers[type] !== undefined),
        async (event) => {
          const parsed = dataSchema(catalogue, event.type).safeParse(event.data);
          if (!parsed.success)
            throw new PoisonEvent(`Data of ${event.type} cannot be read: ${parsed.error.message}`);
          const handler = handlers[event.type] as ((event: EventEnvelope) => Promise<void>) | undefined;
          await handler?.({ ...event, data: parsed.data });
        },
        { ...options, setAside },
      ),
  };
}

function dataSchema(catalogue: EventCatalogue, type: string): z.ZodType {
  const schema = catalogue[type];
  if (!schema) throw new PoisonEvent(`No event is called ${type}`);
  return schema;
}
