import { EventEnvelope } from '../../contracts/events/envelope';
import { type Log } from '../log/log';
import { within } from '../schedule/within';
import {
  type Bus,
  BusClosed,
  BusOverloaded,
  GroupAway,
  type DeadLetter,
  type EventHandler,
  type Subscription,
} from './bus';
import {
  type Deliverer,
  type DeliveryObserver,
  type DeliveryPolicy,
  defaultPolicy,
  deliver,
} from './delivery';
import { KeyedQueue } from './keyedQueue';

type Group = Deliverer & {
  readonly types: ReadonlySet<string>;
  readonly handlers: EventHandler[];
  readonly queue: KeyedQueue;
  readonly dead: DeadLetter[];
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
};

const maxDeadLetters = 1_000;

/**
 * The bus of the all-in-one start. It keeps nothing on disk: `publish` resolves only when every group has handled the
 * events, so that the publisher's outbox holds them until then and the death of the process loses none.
 * A group that subscribed once and left gets its events when it is back; until then they are refused.
 */
export function inProcessBus({
  log,
  now,
  maxWaiting = 20_000,
  drainMs = 10_000,
  startAfter = Promise.resolve(),
  observe,
  ...options
}: InProcessBusOptions): Bus {
  const policy = { ...defaultPolicy, ...options.policy };
  const groups = new Map<string, Group>();
  let closed = false;

  const enqueue = (group: Group, event: EventEnvelope): Promise<void> => {
    let attempts = 0;
    return group.queue.add(event.key, async () => {
      const handler = group.handlers.shift();
      if (!handler) throw new BusClosed();
      group.handlers.push(handler); // they take turns
      const outcome = await deliver(group, handler, event, ++attempts);
      if (outcome.kind === 'retried') return outcome.afterMs;
      if (outcome.kind === 'gave_up') {
        group.dead.push({ event, reason: outcome.reason, attempts, failedAt: now().toISOString() });
        if (group.dead.length > maxDeadLetters) group.dead.shift();
      }
      return undefined;
    });
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

    subscribe(name, types, handler, { concurrency = 16 } = {}): Subscription {
      if (closed) throw new BusClosed();
      const group: Group = groups.get(name) ?? {
        group: name,
        policy,
        log,
        observe,
        types: new Set(types),
        handlers: [],
        queue: new KeyedQueue(concurrency),
        dead: [],
      };
      if (types.length !== group.types.size || types.some((type) => !group.types.has(type)))
        throw new Error(`All subscribers of the group ${name} must name the same event types`);
      groups.set(name, group);
      group.handlers.push(handler);
      return {
        ready: Promise.resolve(),
        async close() {
          group.handlers.splice(group.handlers.indexOf(handler), 1);
          if (group.handlers.length > 0) return;
          // Its events stay in their outboxes until somebody listens again.
          groups.set(name, { ...group, handlers: [], queue: new KeyedQueue(concurrency) });
          await within(drainMs, group.queue.close());
        },
      };
    },

    deadLetters: (name, limit) => Promise.resolve(groups.get(name)?.dead.slice(0, limit) ?? []),

    redrive(name, limit) {
      const group = groups.get(name);
      const letters = group?.dead.splice(0, limit) ?? [];
      for (const letter of letters)
        if (group) enqueue(group, letter.event).catch(() => group.dead.push(letter));
      return Promise.resolve(letters.length);
    },

    checkReady: () => (closed ? Promise.reject(new BusClosed()) : Promise.resolve()),

    async close() {
      closed = true;
      await within(drainMs, Promise.all([...groups.values()].map(({ queue }) => queue.close())));
    },
  };
}
