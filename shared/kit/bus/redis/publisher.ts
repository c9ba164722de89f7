import { type EventEnvelope } from '../../../contracts/events/envelope';
import { gather, type Gather } from '../../batch/gather';
import { type Log } from '../../log/log';
import { every, type Schedule } from '../../schedule/every';
import { acknowledgedByAll } from './acknowledged';
import { type RedisCommands } from './connection';
import { type AcknowledgedBefore, type PublishedEvents } from './publishedEvents';
import { MemoryChanged, publishLots } from './publishScript';
import { type BusKeys } from './stream';

export type RedisPublisherOptions = {
  readonly redis: RedisCommands;
  readonly keys: BusKeys;
  /** Every group that must have acknowledged an event before it may be forgotten. */
  readonly groups: readonly string[];
  readonly published: PublishedEvents;
  /** Entries that a partition may hold. */
  readonly maxLength: number;
  /** Pause between looks at what was acknowledged while events are under way, in ms. */
  readonly lookMs: number;
  readonly log: Log;
  readonly now: () => Date;
};

const maxLots = 200;
const maxInFlight = 4;
const page = 500;
const unbounded = Number.MAX_SAFE_INTEGER;
/** How soon it is noticed without an event of ours that Redis has forgotten something, at the latest. */
const idleMs = 10_000;

/**
 * Publishes events: first to Redis, which is the quick way, then into the database, where they stay until every group has
 * acknowledged them. Looks from time to time how far the groups have come, for all events in one step; and when Redis may have
 * forgotten something, publishes again what was under way.
 */
export class RedisPublisher {
  readonly #options: RedisPublisherOptions;
  readonly #lots: Gather<readonly EventEnvelope[], undefined>;
  readonly #looks: Schedule;
  #memory: string | undefined;
  #looking: Promise<void> | undefined;
  #forgotten = '';
  /** Events were kept since the last look that forgot what was acknowledged. */
  #hasKept = true;

  constructor(options: RedisPublisherOptions) {
    this.#options = options;
    const { lookMs, now, log } = options;
    const run = (lots: readonly (readonly EventEnvelope[])[]) => this.#publish(lots);
    this.#lots = gather({ name: 'publish events', maxBatch: maxLots, maxInFlight, run });
    this.#looks = every({
      name: 'acknowledged_events',
      ...{ intervalMs: lookMs, idleMs: Math.max(lookMs, idleMs), now, log },
      run: async () => {
        const before = this.#forgotten;
        // While Redis is away there is nothing to see; its client says when it is back.
        if (options.redis.isReady) await this.look();
        return this.#forgotten !== before;
      },
    });
    options.redis.on('ready', () => {
      this.#looks.wake();
    });
  }

  /** All of the events or none. @throws {BusOverloaded} */
  async publish(events: readonly EventEnvelope[]): Promise<void> {
    await this.#lots.add(events);
  }

  /** Forgets what all groups have acknowledged, and publishes again what Redis may have forgotten. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async close(): Promise<void> {
    await this.#lots.close();
    await this.#looks.close();
  }

  async #publish(lots: readonly (readonly EventEnvelope[])[]): Promise<PromiseSettledResult<undefined>[]> {
    const { redis, keys, published, maxLength, lookMs } = this.#options;
    while (this.#memory === undefined) await this.look();
    const memory = this.#memory;
    const outcomes = await publishLots(redis, keys, { memory, lots, maxLength }).catch((error: unknown) => {
      if (!(error instanceof MemoryChanged)) throw error;
      return undefined;
    });
    if (!outcomes) {
      // What was under way goes first: the events of a key keep their order.
      this.#memory = undefined;
      return this.#publish(lots);
    }
    const placed = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
    if (placed.length > 0) await published.keep(memory, placed);
    this.#hasKept = true;
    const isFull = outcomes.some(({ status }) => status === 'rejected');
    this.#looks.wake(isFull ? 0 : lookMs);
    return outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? { status: 'fulfilled', value: undefined } : outcome,
    );
  }

  async #look(): Promise<void> {
    const { redis, keys, groups } = this.#options;
    const { memory, before } = await acknowledgedByAll(redis, keys, groups);
    await this.#publishAgain(memory);
    this.#memory = memory;
    await this.#forget(memory, before);
  }

  async #forget(memory: string, before: AcknowledgedBefore): Promise<void> {
    const seen = JSON.stringify([memory, before]);
    if (seen === this.#forgotten && !this.#hasKept) return;
    this.#hasKept = false;
    await this.#options.published.forget(memory, before);
    this.#forgotten = seen;
  }

  async #publishAgain(memory: string): Promise<void> {
    const { redis, keys, published, log } = this.#options;
    for (let count = 0; ;) {
      const events = await published.underOtherMemory(memory, page);
      count += events.length;
      if (events.length === 0) {
        if (count > 0) log.warn({ count }, 'Redis may have forgotten events: they were published again');
        return;
      }
      const [outcome] = await publishLots(redis, keys, { memory, lots: [events], maxLength: unbounded });
      if (outcome?.status !== 'fulfilled') throw new MemoryChanged();
      await published.moved(memory, outcome.value);
    }
  }
}
