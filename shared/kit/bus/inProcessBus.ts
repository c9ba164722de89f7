import { EventEnvelope } from '../../contracts/events/envelope';
import { type Log } from '../log/log';
import { within } from '../schedule/within';
import { type Schedule } from '../schedule/every';
import { type Bus, BusClosed, BusOverloaded, GroupAway, type EventHandler, type Subscription } from './bus';
import { type DeliveryObserver, type DeliveryPolicy, defaultPolicy } from './delivery';
import { type Handling, handling } from './handling';
import { type After, KeyedQueue } from './keyedQueue';
import { takeUpHandedOn } from './setAside/takeUpHandedOn';

type Group = Omit<Handling, 'handler'> & {
  readonly types: ReadonlySet<string>;
  readonly handlers: EventHandler[];
  readonly queue: KeyedQueue;
};

export type InProcessBusOptions = {
  readonly log: Log;
  readonly now: () => Date;
  /** Publishing waits for this: that every subscriber is there. An event without subscribers would be gone. */
  readonly startAfter?: Promise<void>;
  readonly policy?: Partial<DeliveryPolicy>;
  /** Unhandled events that one group may have; more are refused with `BusOverloaded`. Default 20,000. */
  readonly maxWaiting?: number;
  /** How long `close` waits for handlers that are running, in ms. Default 10,000. */
  readonly drainMs?: number;
  readonly observe?: DeliveryObserver;
  /** Times the pauses before an event is tried again. */
  readonly after?: After;
  /** How often to look for events that an operator handed on, in ms. */
  readonly lookForHandedOnMs?: number;
};

/**
 * The bus of the all-in-one start. It keeps nothing on disk: `publish` resolves only when every group has handled the
 * events or has set them aside in the database, so that the publisher's outbox holds them until then and the death of the process
 * loses none.
 * A group that subscribed once and left gets its events when it is back; until then they are refused.
 */
export function inProcessBus({
  log,
  now,
  maxWaiting = 20_000,
  drainMs = 10_000,
  startAfter = Promise.resolve(),
  observe,
  after,
  lookForHandedOnMs,
  ...options
}: InProcessBusOptions): Bus {
  const policy = { ...defaultPolicy, ...options.policy };
  const groups = new Map<string, Group>();
  const schedules = new Set<Schedule>();
  let closed = false;

  const enqueue = (group: Group, event: EventEnvelope): Promise<void> => {
    const mayTry = () => {
      if (group.handlers.length === 0) throw new GroupAway(group.group);
    };
    return group.queue.add(event.key, handling({ ...group, handler: inTurn(group) }, event, { mayTry }));
  };

  return {
    async publish(events) {
      await startAfter;
      if (closed) throw new BusClosed();
      // What a subscriber gets is what would have come over a wire, and never shared with the publisher.
      const copies = events.map((event) => EventEnvelope.parse(JSON.parse(JSON.stringify(event))));
      const all = [...groups.values()];
      for (const { group, types, handlers } of all)
        if (handlers.length === 0 && copies.some(({ type }) => types.has(type))) throw new GroupAway(group);
      for (const { queue } of all)
        if (queue.size > 0 && queue.size + copies.length > maxWaiting) throw new BusOverloaded(queue.size);
      await Promise.all(
        copies.flatMap((event) =>
          all.filter(({ types }) => types.has(event.type)).map((group) => enqueue(group, event)),
        ),
      );
    },

    subscribe(name, types, handler, { setAside, concurrency = 16 }): Subscription {
      if (closed) throw new BusClosed();
      const group: Group = groups.get(name) ?? {
        ...{ group: name, policy, log, now, observe, setAside },
        types: new Set(types),
        handlers: [],
        queue: new KeyedQueue(concurrency, after),
      };
      if (types.length !== group.types.size || types.some((type) => !group.types.has(type)))
        throw new Error(`All subscribers of the group ${name} must name the same event types`);
      groups.set(name, group);
      group.handlers.push(handler);
      const handedOn = takeUpHandedOn({ ...group, handler }, lookForHandedOnMs);
      schedules.add(handedOn);
      return {
        ready: Promise.resolve(),
        async close() {
          schedules.delete(handedOn);
          await handedOn.close();
          group.handlers.splice(group.handlers.indexOf(handler), 1);
          if (group.handlers.length > 0) return;
          // Its events stay in their outboxes until somebody listens again.
          groups.set(name, { ...group, handlers: [], queue: new KeyedQueue(concurrency, after) });
          await within(drainMs, group.queue.close());
        },
      };
    },

    checkReady: () => (closed ? Promise.reject(new BusClosed()) : Promise.resolve()),

    async close() {
      closed = true;
      await Promise.all([...schedules].map((schedule) => within(drainMs, schedule.close())));
      await within(drainMs, Promise.all([...groups.values()].map(({ queue }) => queue.close())));
    },
  };
}

/** Subscribers of a group take turns. */
const inTurn =
  ({ group, handlers }: Group): EventHandler =>
  async (event) => {
    const handler = handlers.shift();
    if (!handler) throw new GroupAway(group);
    handlers.push(handler);
    await handler(event);
  };
