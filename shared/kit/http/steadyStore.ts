import { type ClientRateLimitInfo, MemoryStore, type Options, type Store } from 'express-rate-limit';
import { type Log } from '../log/log';

/** A shared counter that says nothing for so long counts as away. */
const patienceMs = 300;
/** So long it is not asked again: requests must not wait for it one after the other. */
const restMs = 1_000;

/**
 * A counter behind a rate limit that many processes share, and that may go away: then each process counts for itself, so that nobody
 * is refused because of the counter and nobody may guess without end. It is made anew each time it comes back, since what it had
 * prepared may be gone.
 */
export class SteadyStore implements Store {
  readonly localKeys = false;
  readonly #makeShared: () => Store;
  readonly #own = new MemoryStore();
  readonly #log: Log;
  #options: Options | undefined;
  #shared: Promise<Store> | undefined;
  #restsUntil = 0;

  constructor(makeShared: () => Store, log: Log) {
    this.#makeShared = makeShared;
    this.#log = log;
  }

  init(options: Options): void {
    this.#options = options;
    this.#own.init(options);
  }

  async increment(key: string): Promise<ClientRateLimitInfo> {
    return (await this.#ask((shared) => shared.increment(key))) ?? this.#own.increment(key);
  }

  async decrement(key: string): Promise<void> {
    const done = await this.#ask(async (shared) => {
      await shared.decrement(key);
      return true;
    });
    if (!done) await this.#own.decrement(key);
  }

  async resetKey(key: string): Promise<void> {
    await this.#own.resetKey(key);
    await this.#ask(async (shared) => {
      await shared.resetKey(key);
      return true;
    });
  }

  shutdown(): void {
    this.#own.shutdown();
  }

  /** What the shared counter says; nothing while it is away. */
  async #ask<T>(question: (shared: Store) => Promise<T> | T): Promise<T | undefined> {
    if (performance.now() < this.#restsUntil) return undefined;
    try {
      const shared = (this.#shared ??= this.#prepared());
      return await inTime(shared.then(question));
    } catch (error) {
      if (this.#shared) this.#log.warn({ err: error }, 'the shared rate limits are away: counting alone');
      this.#shared = undefined;
      this.#restsUntil = performance.now() + restMs;
      return undefined;
    }
  }

  async #prepared(): Promise<Store> {
    const shared = this.#makeShared();
    if (this.#options) await shared.init?.(this.#options);
    return shared;
  }
}

/** @throws when `work` takes longer than a request may wait for a counter */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer in ${patienceMs} ms`));
    }, patienceMs);
  });
  return Promise.race([work, timeUp]).finally(() => {
    clearTimeout(timer);
  });
}
