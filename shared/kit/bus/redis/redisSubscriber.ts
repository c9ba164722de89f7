import { setTimeout as delay } from 'node:timers/promises';
import { type EventEnvelope } from '../../../contracts/events/envelope';
import { within } from '../../schedule/within';
import { BusClosed } from '../bus';
import { type Handling, handling } from '../handling';
import { type After, type Attempt, KeyedQueue } from '../keyedQueue';
import { type RedisCommands } from './connection';
import { type Delivered, groupStream } from './groupStream';
import { type PartitionLeases, partitionLeases } from './partitionLeases';
import { type BusKeys, readEvent, unreadableEvent } from './stream';

/** The partition belongs to another subscriber, or came back to us anew: the event will be handed out again. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export type RedisSubscriberOptions = Handling & {
  readonly redis: RedisCommands;
  /** A connection of its own: waiting for events blocks it. */
  readonly reader: RedisCommands;
  readonly keys: BusKeys;
  readonly types: ReadonlySet<string>;
  /** The name of this subscriber: another one in every process and every time. */
  readonly me: string;
  readonly concurrency: number;
  /** How long a subscriber that says nothing counts as living, in ms. */
  readonly leaseMs: number;
  readonly after?: After | undefined;
};

/** Entries in hand, most of them waiting to be tried again. */
const maxInHand = 1_000;
const afterErrorMs = 200;

/** One subscriber of a group: reads the partitions it holds, handles their events, and takes over what others left. */
export class RedisSubscriber {
  readonly ready: Promise<void>;
  readonly #options: RedisSubscriberOptions;
  readonly #stream: ReturnType<typeof groupStream>;
  readonly #leases: PartitionLeases;
  readonly #queue: KeyedQueue;
  /** What was delivered and is not done, by partition, term and entry. */
  readonly #inHand = new Map<string, Promise<void>>();
  /** Attempts that run now, by partition. */
  readonly #attempts = new Map<number, Set<Promise<unknown>>>();
  /** Partitions that may have abandoned entries: to be looked through before anything new is read from them. */
  readonly #suspect = new Set<number>();
  readonly #loop: Promise<void>;
  #renewAt = 0;
  #lookAroundAt = 0;
  #closed = false;

  constructor(options: RedisSubscriberOptions) {
    this.#options = options;
    this.#stream = groupStream(options);
    this.#leases = partitionLeases(options);
    this.#queue = new KeyedQueue(options.concurrency, options.after);
    let begun: (() => void) | undefined;
    this.ready = new Promise((resolve) => {
      begun = resolve;
    });
    this.#loop = this.#run(() => begun?.());
  }

  /** Waits for running handlers up to `drainMs`; what they had in hand is left to others. */
  async close(drainMs: number): Promise<void> {
    this.#closed = true;
    const drained = Promise.all([this.#queue.close(), ...this.#inHand.values()]);
    await this.#loop;
    await within(drainMs, drained);
    // Redis may be away; then the leases run out by themselves.
    await this.#leases.leave().catch(() => undefined);
  }

  async #run(begun: () => void): Promise<void> {
    let grouped = false;
    while (!this.#closed) {
      try {
        if (!grouped) await this.#stream.ensureGroup();
        grouped = true;
        if (performance.now() >= this.#renewAt) await this.#renew();
        begun();
        for (const partition of this.#suspect) await this.#takeAbandoned(partition);
        await this.#readNew();
      } catch (error) {
        this.#options.log.debug({ err: error, group: this.#options.group }, 'reading events failed');
        // What Redis handed out may not have reached us; after a loss of its data the group is gone as well.
        for (const partition of this.#leases.held()) this.#suspect.add(partition);
        grouped = false;
        await delay(afterErrorMs);
      }
    }
  }

  async #renew(): Promise<void> {
    const { gained, surplus } = await this.#leases.renew();
    this.#renewAt = performance.now() + this.#options.leaseMs / 3;
    for (const partition of gained) this.#suspect.add(partition);
    if (performance.now() >= this.#lookAroundAt) {
      for (const partition of this.#leases.held()) this.#suspect.add(partition);
      this.#lookAroundAt = performance.now() + 3 * this.#options.leaseMs;
    }
    for (const partition of surplus) void this.#handBack(partition);
  }

  /** Gives a partition to others once nothing of it is being handled here. */
  async #handBack(partition: number): Promise<void> {
    this.#leases.letGo(partition);
    await Promise.all([...(this.#attempts.get(partition) ?? [])]);
    await this.#leases.release([partition]).catch(() => undefined);
  }

  async #takeAbandoned(partition: number): Promise<void> {
    const term = this.#leases.term(partition);
    if (term !== undefined) {
      const isInHand = (id: string) => this.#inHand.has(nameOf(partition, term, id));
      const entries = await this.#stream.claimAbandoned(partition, isInHand);
      for (const entry of entries) this.#take(entry, term);
      await this.#stream.forgetGone(partition);
    }
    this.#suspect.delete(partition);
  }

  async #readNew(): Promise<void> {
    const { reader, leaseMs, concurrency } = this.#options;
    const from = this.#leases.held();
    const blockMs = Math.ceil(Math.min(1_000, leaseMs / 6));
    const count = Math.min(2 * concurrency - this.#queue.runnable, maxInHand - this.#queue.size);
    if (from.length === 0 || count < concurrency) {
      await within(blockMs, from.length === 0 ? delay(blockMs) : this.#queue.nextEnd());
      return;
    }
    for (const entry of await this.#stream.readNew(reader, from, { count, blockMs })) {
      const term = this.#leases.term(entry.partition);
      // Without a term it belongs to somebody else by now, who finds it at the next look.
      if (term !== undefined) this.#take(entry, term);
    }
  }

  #take(delivered: Delivered, term: number): void {
    const { partition, id } = delivered;
    const name = nameOf(partition, term, id);
    const end = this.#handle(delivered, term)
      .catch((error: unknown) => {
        if (!(error instanceof LeaseLost || error instanceof BusClosed)) this.#suspect.add(partition);
      })
      .finally(() => {
        this.#inHand.delete(name);
      });
    this.#inHand.set(name, end);
  }

  /** Resolves when nothing is left to be done for the entry. */
  async #handle(delivered: Delivered, term: number): Promise<void> {
    const { types, keys, setAside, group, now } = this.#options;
    const { partition, id, fields, attempt: attempts } = delivered;
    const event = readEvent(fields);
    if (!event) {
      const unreadable = unreadableEvent(keys.stream(partition), id, fields, now());
      const reason = 'It cannot be read as an event';
      await setAside.put({ group, event: unreadable, reason, attempts, setAsideAt: now() });
      await this.#stream.acknowledge(partition, id);
    } else if (!types.has(event.type)) {
      await this.#stream.acknowledge(partition, id);
    } else {
      const attempt = this.#attemptAt(delivered, event, term);
      await this.#queue.add(event.key, () => this.#noted(partition, attempt()));
    }
  }

  #attemptAt(delivered: Delivered, event: EventEnvelope, term: number): Attempt {
    const { partition, id, attempt: firstAttempt } = delivered;
    return handling(this.#options, event, {
      firstAttempt,
      mayTry: () => {
        if (this.#leases.term(partition) !== term) throw new LeaseLost();
      },
      willRetry: async ({ attempt, waits }) => {
        // Waiting counts nothing: whoever takes the event over makes the same attempt. A count that is lost with the connection only
        // means that a later reader tries more often.
        if (waits <= 1)
          await this.#stream
            .countAttempt(delivered, waits === 0 ? attempt : attempt - 1)
            .catch(() => undefined);
      },
      acknowledge: () => this.#stream.acknowledge(partition, id),
    });
  }

  /** Notes that something of the partition is being handled. */
  #noted<R>(partition: number, attempt: Promise<R>): Promise<R> {
    const running = this.#attempts.get(partition) ?? new Set();
    this.#attempts.set(partition, running);
    const ended = attempt.finally(() => running.delete(ended));
    running.add(ended);
    return ended;
  }
}

const nameOf = (partition: number, term: number, id: string) => `${partition}/${term}/${id}`;
