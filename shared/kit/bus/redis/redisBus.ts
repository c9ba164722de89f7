import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Log } from '../../log/log';
import { type Bus, BusClosed } from '../bus';
import { type DeliveryObserver, type DeliveryPolicy, defaultPolicy } from '../delivery';
import { within } from '../../schedule/within';
import { type After } from '../keyedQueue';
import { takeUpHandedOn } from '../setAside/takeUpHandedOn';
import { redisClient } from './connection';
import { type PublishedEvents } from './publishedEvents';
import { RedisPublisher } from './publisher';
import { RedisSubscriber } from './redisSubscriber';
import { busKeys } from './stream';

export type RedisBusOptions = {
  /** `redis://…`; its Redis must keep what it was told (`appendonly yes`) and never evict (`noeviction`). */
  readonly url: string;
  readonly log: Log;
  readonly now: () => Date;
  /** Every group that there is, in any service: an event is kept until all of them have acknowledged it. */
  readonly groups: readonly string[];
  /** What this service published, in its own database. */
  readonly published: PublishedEvents;
  /** Before the names of all keys. Default `lintuan`. */
  readonly prefix?: string;
  /** How many subscribers of one group can work at once. The same in every process, for ever. Default 8. */
  readonly partitions?: number;
  /** Events that a partition may hold until every group has acknowledged them; more are refused. Default 50,000. */
  readonly maxLength?: number;
  /** How long a subscriber that died keeps its partitions, in ms. Default 10,000. */
  readonly leaseMs?: number;
  /** How long `close` waits for handlers that are running, in ms. Default 10,000. */
  readonly drainMs?: number;
  readonly policy?: Partial<DeliveryPolicy>;
  readonly observe?: DeliveryObserver;
  /** Pause between looks at what was acknowledged while events are under way, in ms. Default 500. */
  readonly lookMs?: number;
  /** Times the pauses before an event is tried again. */
  readonly after?: After;
  /** How often to look for events that an operator handed on, in ms. */
  readonly lookForHandedOnMs?: number;
};

/**
 * The bus between processes, on Redis Streams. The events of a key go into one of a few streams; within a group each stream has
 * one reader at a time, so that order holds however many processes share the work. What a reader had in hand when it died is
 * handed to the next. Redis is the quick way and not the truth: published events stay in the database until every group has
 * acknowledged them. Resolves when Redis was reached for the first time.
 */
export async function connectRedisBus(options: RedisBusOptions): Promise<Bus> {
  const {
    url,
    log,
    now,
    prefix = 'lintuan',
    partitions = 8,
    maxLength = 50_000,
    leaseMs = 10_000,
    drainMs = 10_000,
    lookMs = 500,
    groups,
    published,
    observe,
    after,
    lookForHandedOnMs,
  } = options;
  const policy = { ...defaultPolicy, ...options.policy };
  const keys = busKeys(prefix, partitions);
  const redis = redisClient(url, log);
  await redis.connect();
  const publisher = new RedisPublisher({ redis, keys, groups, published, maxLength, lookMs, log, now });
  const subscribers = new Set<{ close(): Promise<void> }>();
  let closed = false;

  return {
    async publish(events) {
      if (closed) throw new BusClosed();
      if (events.length === 0) return;
      await publisher.publish(events);
    },

    subscribe(group, types, handler, { setAside, concurrency = 16 }) {
      if (closed) throw new BusClosed();
      if (!groups.includes(group))
        throw new Error(`${group} is not among the groups that events are kept for: name it there`);
      const reader = redisClient(url, log);
      reader.connect().catch(() => undefined); // rejects only when the subscription is closed before
      const to = { group, handler, setAside, policy, log, now, observe };
      const handedOn = takeUpHandedOn(to, lookForHandedOnMs);
      const subscriber = new RedisSubscriber({
        ...{ ...to, redis, reader, keys, concurrency, leaseMs, after },
        types: new Set(types),
        me: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
      });
      const subscription = {
        ready: subscriber.ready,
        async close() {
          subscribers.delete(subscription);
          await within(drainMs, handedOn.close());
          await subscriber.close(drainMs);
          reader.destroy();
        },
      };
      subscribers.add(subscription);
      return subscription;
    },

    async checkReady() {
      await redis.ping();
    },

    async close() {
      closed = true;
      await Promise.all([...subscribers].map((subscriber) => subscriber.close()));
      await within(drainMs, publisher.close());
      redis.destroy();
    },
  };
}
