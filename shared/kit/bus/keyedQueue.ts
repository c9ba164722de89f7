import { BusClosed } from './bus';

/** Tries a piece of work; answers how many ms to wait before it must be tried again, or nothing when it is done. */
export type Attempt = () => Promise<number | undefined>;

/** Runs something after so many ms; what it answers calls that off. Handed in so that tests need not wait. */
export type After = (ms: number, run: () => void) => () => void;

export const realAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
};

type Job = {
  readonly attempt: Attempt;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Work in order within a key, `concurrency` keys at once. A key that waits to be tried again takes no place: however
 * many keys fail, the others go on.
 */
export class KeyedQueue {
  readonly #concurrency: number;
  readonly #lanes = new Map<string, Job[]>();
  readonly #ready: string[] = [];
  readonly #running = new Map<string, Promise<void>>();
  /** Keys that wait to be tried again, and how to call that off. */
  readonly #pauses = new Map<string, () => void>();
  readonly #after: After;
  #size = 0;
  #closed = false;

  constructor(concurrency: number, after: After = realAfter) {
    this.#concurrency = concurrency;
    this.#after = after;
  }

  /** Work that is not done, including what is running. */
  get size(): number {
    return this.#size;
  }

  /** Work that is running or could run: not behind a key that waits to be tried again. */
  get runnable(): number {
    let paused = 0;
    for (const key of this.#pauses.keys()) paused += this.#lanes.get(key)?.length ?? 0;
    return this.#size - paused;
  }

  /** Resolves when one of the attempts that run now has ended. */
  async nextEnd(): Promise<void> {
    await Promise.race(this.#running.values());
  }

  /** Resolves when the work is done; rejects with `BusClosed` when the queue was closed before. */
  add(key: string, attempt: Attempt): Promise<void> {
    if (this.#closed) return Promise.reject(new BusClosed());
    return new Promise<void>((resolve, reject) => {
      this.#size += 1;
      const job = { attempt, resolve, reject };
      const lane = this.#lanes.get(key);
      if (lane) {
        lane.push(job);
        return;
      }
      this.#lanes.set(key, [job]);
      this.#ready.push(key);
      this.#startReady();
    });
  }

  /** Starts nothing more, gives back what waits, and resolves when nothing is running. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const callOff of this.#pauses.values()) callOff();
    for (const [key, lane] of this.#lanes)
      for (const job of lane.splice(this.#running.has(key) ? 1 : 0)) {
        this.#size -= 1;
        job.reject(new BusClosed());
      }
    await Promise.all(this.#running.values());
  }

  #startReady(): void {
    while (!this.#closed && this.#running.size < this.#concurrency) {
      const key = this.#ready.shift();
      const lane = key === undefined ? undefined : this.#lanes.get(key);
      const job = lane?.[0];
      if (key === undefined || !lane || !job) return;
      this.#running.set(key, this.#run(key, lane, job));
    }
  }

  async #run(key: string, lane: Job[], job: Job): Promise<void> {
    try {
      const againInMs = await job.attempt();
      if (againInMs !== undefined && !this.#closed) {
        this.#pause(key, againInMs);
        return;
      }
      if (againInMs === undefined) job.resolve();
      else job.reject(new BusClosed());
    } catch (error) {
      job.reject(error);
    } finally {
      this.#running.delete(key);
      this.#startReady();
    }
    this.#leave(key, lane);
  }

  #pause(key: string, ms: number): void {
    const callOff = this.#after(ms, () => {
      this.#pauses.delete(key);
      this.#ready.push(key);
      this.#startReady();
    });
    this.#pauses.set(key, callOff);
  }

  #leave(key: string, lane: Job[]): void {
    lane.shift();
    this.#size -= 1;
    if (lane.length === 0) this.#lanes.delete(key);
    else this.#ready.push(key);
    this.#startReady();
  }
}
