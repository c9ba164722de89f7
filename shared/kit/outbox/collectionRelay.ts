import { GroupAway } from '../bus/bus';
import { backOffMs } from '../bus/delivery';
import { within } from '../schedule/within';
import { type OutboxRelayOptions } from './outboxRelayOptions';
import { type OutboxCollection, type OutboxDocument, outboxStore } from './outboxStore';

type Options = Pick<OutboxRelayOptions, 'bus' | 'log' | 'now' | 'maxInFlight' | 'observe'> & {
  readonly name: string;
  readonly collection: OutboxCollection;
  /** Says that there will be something for a poll in so many ms. */
  readonly pollWithin: (ms: number) => void;
};

/** `retryAt` is on the monotonic clock of this process. */
type Failing = { readonly failures: number; readonly retryAt: number };

const maxNudges = 10_000;
const maxFailing = 1_000;
const retry = { firstDelayMs: 200, maxDelayMs: 5_000 };
const backlogStepMs = 1_000;

/** The relay of one collection. A document is in hand once at a time: that keeps its events in order. */
export class CollectionRelay {
  readonly #options: Options;
  readonly #store: ReturnType<typeof outboxStore>;
  readonly #maxInFlight: number;
  readonly #nudged = new Map<string, OutboxDocument>();
  readonly #inHand = new Map<string, Promise<unknown>>();
  /** Nudged while in hand: to be read again after. */
  readonly #again = new Set<string>();
  readonly #failing = new Map<string, Failing>();
  /** First events that the last poll found. */
  #seen = new Set<string>();
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    this.#store = outboxStore(options.name, options.collection);
    this.#maxInFlight = options.maxInFlight ?? 500;
  }

  /** Bounded: what is too much is left to the poll. */
  nudge(document: OutboxDocument): void {
    const key = String(document._id);
    if (this.#inHand.has(key)) this.#again.add(key);
    else if (this.#nudged.has(key)) this.#nudged.set(key, { _id: document._id });
    else if (this.#nudged.size < maxNudges) this.#nudged.set(key, document);
    else this.#options.pollWithin(0);
    this.#takeNudged();
  }

  /**
   * Publishes what waited at the last poll already: younger events are most likely in the hands of the process that wrote
   * them. A full page is a backlog, which is worked off at once.
   * @returns whether anything waited
   */
  async poll(): Promise<boolean> {
    let waited = false;
    const limit = 2 * this.#maxInFlight + this.#failing.size;
    for (let backlog = true; backlog && !this.#closed;) {
      const found = await this.#store.waiting(limit);
      this.#report(found);
      waited ||= found.length > 0;
      backlog = found.length === limit;
      const seen = this.#seen;
      this.#seen = new Set(found.map(firstEvent));
      const due = found.filter((one) => (backlog || seen.has(firstEvent(one))) && this.#isDue(one));
      const taken = due.slice(0, this.#maxInFlight - this.#inHand.size).map((one) => this.#take(one));
      backlog &&= taken.length > 0;
      if (backlog) await within(backlogStepMs, Promise.all(taken));
    }
    return waited;
  }

  /** Publishes until nothing waits; rejects with the first failure. */
  async flush(): Promise<void> {
    for (;;) {
      const found = await this.#store.waiting(this.#maxInFlight);
      const taken = found.map((one) => this.#inHand.get(String(one._id)) ?? this.#take(one));
      const failure = (await Promise.all([...taken, ...this.#inHand.values()])).find(
        (end) => end !== undefined,
      );
      if (failure !== undefined) throw failure as Error;
      if (found.length === 0 && this.#nudged.size === 0) return;
    }
  }

  async close(drainMs: number): Promise<void> {
    await within(drainMs, this.flush());
    this.#closed = true;
    this.#nudged.clear();
  }

  #takeNudged(): void {
    for (const [key, document] of this.#nudged) {
      if (this.#inHand.size >= this.#maxInFlight) return;
      this.#nudged.delete(key);
      void this.#take(document);
    }
  }

  /** Never rejects: resolves with what went wrong, or with nothing. */
  #take(document: OutboxDocument): Promise<unknown> {
    const key = String(document._id);
    const end = this.#publish(document).then(
      () => {
        this.#failing.delete(key);
      },
      (error: unknown) => {
        this.#failed(key, error);
        return error;
      },
    );
    const settled = end.finally(() => {
      this.#inHand.delete(key);
      if (this.#again.delete(key)) this.#nudged.set(key, { _id: document._id });
      if (!this.#closed) this.#takeNudged();
    });
    this.#inHand.set(key, settled);
    return settled;
  }

  async #publish({ _id, outbox }: OutboxDocument): Promise<void> {
    const events = outbox ?? (await this.#store.read(_id));
    if (events.length === 0) return;
    await this.#options.bus.publish(events);
    this.#options.observe?.eventsPublished(events.length);
    await this.#store.pull(_id, events);
  }

  #failed(key: string, error: unknown): void {
    if (this.#closed) return;
    const { name, log } = this.#options;
    const failures = (this.#failing.get(key)?.failures ?? 0) + 1;
    // One line when it begins and one for a document that does not get through: an outage fails thousands.
    // Subscribers that are on their way out take the events up when they are back: nothing to worry about.
    if (this.#failing.size === 0 || failures === 10)
      log[error instanceof GroupAway ? 'info' : 'warn'](
        { collection: name, documentId: key, failures, err: error },
        'events wait: publishing failed',
      );
    const pause = backOffMs(retry, failures);
    if (this.#failing.size < maxFailing || this.#failing.has(key))
      this.#failing.set(key, { failures, retryAt: performance.now() + pause });
    this.#options.pollWithin(pause);
  }

  #isDue({ _id }: OutboxDocument): boolean {
    const key = String(_id);
    const retryAt = this.#failing.get(key)?.retryAt ?? 0;
    return !this.#inHand.has(key) && retryAt <= performance.now();
  }

  #report(found: readonly OutboxDocument[]): void {
    const { name, now, observe } = this.#options;
    const oldest = found[0]?.outbox?.[0]?.occurredAt;
    const oldestSeconds = oldest === undefined ? 0 : (now().getTime() - Date.parse(oldest)) / 1000;
    observe?.outboxWaiting({ collection: name, documents: found.length, oldestSeconds });
  }
}

const firstEvent = ({ outbox }: OutboxDocument) => outbox?.[0]?.id ?? '';
