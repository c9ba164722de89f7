import { LRUCache } from 'lru-cache';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { within } from '#shared/kit/schedule/within';

export type BatchCacheOptions<Key extends string, Value extends object> = {
  readonly max: number;
  /** For so long a value is believed, in ms. */
  readonly ttlMs: number;
  /** For so long it is still used when it cannot be read again, in ms; as long as `ttlMs` unless told. */
  readonly usableMs?: number;
  /** Reads many at once; what is unknown is left out, and asked for again the next time. */
  readonly load: (keys: readonly Key[]) => Promise<readonly Value[]>;
  readonly keyOf: (value: Value) => Key;
  /** What was kept of it elsewhere, for when it cannot be read and is not in memory. */
  readonly copies?: (keys: readonly Key[]) => Promise<readonly Value[]>;
  /** Milliseconds that only go forward. */
  readonly clock?: () => number;
};

type Kept<Value> = { readonly value: Value; readonly readAt: number; readonly freshUntil: number };

/** Whoever has an older value at hand waits so long for a newer one. */
const patienceMs = 300;

/**
 * Values of another service, kept in memory for a short time. What is asked for at the same time is read once. Where the service is
 * away or slow, the value read last is used for some minutes, and then a copy that was kept elsewhere, if there is one.
 */
export class BatchCache<Key extends string, Value extends object> {
  readonly #options: BatchCacheOptions<Key, Value>;
  readonly #kept: LRUCache<Key, Kept<Value>>;
  readonly #loading = new Map<Key, Promise<Value | undefined>>();
  readonly #clock: () => number;

  constructor(options: BatchCacheOptions<Key, Value>) {
    this.#options = options;
    this.#kept = new LRUCache({ max: options.max });
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** All of `keys` when every one is in memory and fresh: costs no turn of the event loop. */
  kept(keys: readonly Key[]): Value[] | undefined {
    const values = keys.map((key) => this.#fresh(key));
    return values.every((value) => value !== undefined) ? values : undefined;
  }

  /**
   * The values of `keys` in their order; undefined for those that are unknown.
   * @throws what reading throws, when there is no older value that may be used
   */
  async get(keys: readonly Key[]): Promise<(Value | undefined)[]> {
    const missing = keys.filter((key) => !this.#fresh(key) && !this.#loading.has(key));
    if (missing.length > 0) this.#load(missing);
    return Promise.all(keys.map(async (key) => this.#fresh(key) ?? this.#loadedOrOlder(key)));
  }

  async one(key: Key): Promise<Value | undefined> {
    return this.#fresh(key) ?? (await this.get([key]))[0];
  }

  put(value: Value): void {
    const readAt = this.#clock();
    this.#kept.set(this.#options.keyOf(value), { value, readAt, freshUntil: readAt + this.#options.ttlMs });
  }

  /**
   * They changed: they are read again, and used as they were only while that is impossible. What is being read at this moment may be
   * older than whatever made it outdated: it is not kept.
   */
  forget(keys: readonly Key[]): void {
    for (const key of keys) {
      const kept = this.#kept.get(key);
      if (kept) this.#kept.set(key, { ...kept, freshUntil: -Infinity });
      this.#loading.delete(key);
    }
  }

  #fresh(key: Key): Value | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.freshUntil > this.#clock() ? kept.value : undefined;
  }

  #usable(key: Key): Value | undefined {
    const { usableMs = this.#options.ttlMs } = this.#options;
    const kept = this.#kept.get(key);
    return kept && kept.readAt + usableMs > this.#clock() ? kept.value : undefined;
  }

  async #loadedOrOlder(key: Key): Promise<Value | undefined> {
    const loading = this.#loading.get(key);
    const older = this.#usable(key);
    if (older !== undefined && loading && !(await within(patienceMs, loading))) return older;
    try {
      return await loading;
    } catch (error) {
      if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
      const known = older ?? (await this.#copyOf(key));
      if (known === undefined) throw error;
      return known;
    }
  }

  /** A copy is as good as an older value: whoever asks next tries to read a newer one first, and waits no longer than for that. */
  async #copyOf(key: Key): Promise<Value | undefined> {
    const [value] = (await this.#options.copies?.([key])) ?? [];
    if (value) this.#kept.set(key, { value, readAt: this.#clock(), freshUntil: -Infinity });
    return value;
  }

  #load(keys: readonly Key[]): void {
    const loaded = this.#options
      .load(keys)
      .then((values) => new Map(values.map((value) => [this.#options.keyOf(value), value])));
    for (const key of keys) {
      const one = loaded
        .then((values) => values.get(key))
        .then((value) => {
          if (this.#loading.get(key) !== one) return value;
          if (value) this.put(value);
          else this.#kept.delete(key);
          return value;
        })
        .finally(() => {
          if (this.#loading.get(key) === one) this.#loading.delete(key);
        });
      // Whoever asked is told of a failure; a value that nobody waits for any more must not end the process.
      one.catch(() => undefined);
      this.#loading.set(key, one);
    }
  }
}
