import { LRUCache } from 'lru-cache';

export type BatchCacheOptions<Key extends string, Value extends object> = {
  readonly max: number;
  readonly ttlMs: number;
  /** Reads many at once; what is unknown is left out, and asked for again the next time. */
  readonly load: (keys: readonly Key[]) => Promise<readonly Value[]>;
  readonly keyOf: (value: Value) => Key;
};

/** Values of another service, kept in memory for a short time. What is asked for at the same time is read once. */
export class BatchCache<Key extends string, Value extends object> {
  readonly #options: BatchCacheOptions<Key, Value>;
  readonly #kept: LRUCache<Key, Value>;
  readonly #loading = new Map<Key, Promise<Value | undefined>>();

  constructor(options: BatchCacheOptions<Key, Value>) {
    this.#options = options;
    this.#kept = new LRUCache({ max: options.max, ttl: options.ttlMs });
  }

  /** All of `keys` when every one is in memory: costs no turn of the event loop. */
  kept(keys: readonly Key[]): Value[] | undefined {
    const values = keys.map((key) => this.#kept.get(key));
    return values.every((value) => value !== undefined) ? values : undefined;
  }

  /** The values of `keys` in their order; undefined for those that are unknown. */
  async get(keys: readonly Key[]): Promise<(Value | undefined)[]> {
    const missing = keys.filter((key) => !this.#kept.has(key) && !this.#loading.has(key));
    if (missing.length > 0) this.#load(missing);
    return Promise.all(keys.map(async (key) => this.#kept.get(key) ?? this.#loading.get(key)));
  }

  async one(key: Key): Promise<Value | undefined> {
    return this.#kept.get(key) ?? (await this.get([key]))[0];
  }

  put(value: Value): void {
    this.#kept.set(this.#options.keyOf(value), value);
  }

  /** What is being read at this moment may be older than whatever made it outdated: it is not kept. */
  forget(keys: readonly Key[]): void {
    for (const key of keys) {
      this.#kept.delete(key);
      this.#loading.delete(key);
    }
  }

  #load(keys: readonly Key[]): void {
    const loaded = this.#options
      .load(keys)
      .then((values) => new Map(values.map((value) => [this.#options.keyOf(value), value])));
    for (const key of keys) {
      const one = loaded
        .then((values) => values.get(key))
        .then((value) => {
          if (value && this.#loading.get(key) === one) this.#kept.set(key, value);
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
