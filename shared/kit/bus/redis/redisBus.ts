import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Log } from '../../log/log';
import { type Bus, BusClosed } from '../bus';
import { type DeliveryObserver, type DeliveryPolicy, defaultPolicy } from '../delivery';
import { redisClient } from './connection';
import { deadLetterStream } from './deadLetters';
import { RedisSubscriber } from './redisSubscriber';
import { busKeys, entryFields, partitionOf } from './stream';

export type RedisBusOptions = {
  /** `redis://…`; its Redis must keep what it was told (`appendonly yes`) and never evict (`noeviction`). */
  readonly url: string;
  readonly log: Log;
  readonly now: () => Date;
  /** Before the names of all keys. Default `lintuan`. */
  readonly prefix?: string;
  /** How many subscribers of one group can work at once. The same in every process, for ever. Default 8. */
  readonly partitions?: number;
  /** Events that a partition keeps, handled or not; the oldest go when there are more. Default 50,000. */
  readonly maxLength?: number;
  /** How long a subscriber that died keeps its partitions, in ms. Default 10,000. */
  readonly leaseMs?: number;
  /** How long `close` waits for handlers that are running, in ms. Default 10,000. */
  readonly drainMs?: number;
  readonly policy?: Partial<DeliveryPolicy>;
  readonly observe?: DeliveryObserver;
};

/**
 * The bus between processes, on Redis Streams. The events of a key go into one of a few streams; within a group each stream has
 * one reader at a time, so that order holds however many processes share the work. What a reader had in hand when it died is
 * handed to the next. Resolves when Redis was reached for the first time.
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
    observe,
  } = options;
  const policy = { ...defaultPolicy, ...options.policy };
  const keys = busKeys(prefix, partitions);
  const redis = redisClient(url, log);
  await redis.connect();
  const subscribers = new Set<{ close(): Promise<void> }>();
  let closed = false;

  return {
    async publish(events) {
      if (closed) throw new BusClosed();
      if (events.length === 0) return;
      const transaction = redis.multi();
      for (const event of events)
        transaction.xAdd(keys.stream(partitionOf(event.key, partitions)), '*', entryFields(event), {
          TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: maxLength },
        });
      await transaction.exec();
    },

    subscribe(group, types, handler, { concurrency = 16 } = {}) {
      if (closed) throw new BusClosed();
      const reader = redisClient(url, log);
      reader.connect().catch(() => undefined); // rejects only when the subscription is closed before
      const subscriber = new RedisSubscriber({
        ...{ redis, reader, keys, group, handler, concurrency, leaseMs, policy, log, now, observe },
        types: new Set(types),
        me: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
      });
      const subscription = {
        ready: subscriber.ready,
        async close() {
          subscribers.delete(subscription);
          await subscriber.close(drainMs);
          reader.destroy();
        },
      };
      subscribers.add(subscription);
      return subscription;
    },

    deadLetters: (group, limit) => deadLetterStream(redis, keys, group).list(limit),
    redrive: (group, limit) => deadLetterStream(redis, keys, group).redrive(limit),

    async checkReady() {
      await redis.ping();
    },

    async close() {
      closed = true;
      await Promise.all([...subscribers].map((subscriber) => subscriber.close()));
      redis.destroy();
    },
  };
}
