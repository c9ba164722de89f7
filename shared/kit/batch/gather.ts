import { outsideActions } from '../audit/action';
import { Overloaded } from './overloaded';

export type GatherOptions<T, R> = {
  /** Used in errors: `reserve stock`. */
  readonly name: string;
  /** Does a batch and answers one outcome per item, in the items' order. A throw fails every item of the batch. */
  readonly run: (items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>;
  readonly maxBatch: number;
  /** Batches that may run at once. With 1 (the default) items are done in the order in which they were asked. */
  readonly maxInFlight?: number;
  /** Items that may wait for a batch; more are refused with `Overloaded`. Default 10,000. */
  readonly maxWaiting?: number;
};

export type Gather<T, R> = {
  /** @throws {Overloaded} at once, when too many wait already or after `close`. */
  add(item: T): Promise<R>;
  readonly waiting: number;
  /** Refuses new items and resolves when every item asked before is answered. */
  close(): Promise<void>;
};

type Waiting<T, R> = {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Group commit: what is asked while a batch is under way goes together in the next one. Idle, an item waits for nothing but
 * the others of its own turn of the event loop; busy, batches grow by themselves, so that load lowers the cost per item.
 */
export function gather<T, R>(options: GatherOptions<T, R>): Gather<T, R> {
  const { name, run, maxBatch, maxInFlight = 1, maxWaiting = 10_000 } = options;
  let queue: Waiting<T, R>[] = [];
  let scheduled = false;
  let closed = false;
  let whenEmpty: (() => void) | undefined;
  let inFlight = 0;

  function schedule(): void {
    if (scheduled || inFlight >= maxInFlight) return;
    scheduled = true;
    outsideActions(() => {
      queueMicrotask(start);
    });
  }

  function start(): void {
    scheduled = false;
    while (inFlight < maxInFlight && queue.length > 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      inFlight += 1;
      void commit(batch);
    }
    if (inFlight === 0) whenEmpty?.();
  }

  async function commit(batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      answer(name, batch, await run(batch.map(({ item }) => item)));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      inFlight -= 1;
      start();
    }
  }

  return {
    add(item) {
      if (closed || queue.length >= maxWaiting) return Promise.reject(new Overloaded(name, queue.length));
      return new Promise<R>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        schedule();
      });
    },
    get waiting() {
      return queue.length;
    },
    async close() {
      closed = true;
      if (inFlight === 0 && queue.length === 0) return;
      await new Promise<void>((resolve) => {
        whenEmpty = resolve;
      });
    },
  };
}

function answer<T, R>(
  name: string,
  batch: readonly Waiting<T, R>[],
  outcomes: readonly PromiseSettledResult<R>[],
): void {
  if (outcomes.length !== batch.length)
    throw new Error(`${name}: ${outcomes.length} outcomes for ${batch.length} items`);
  batch.forEach(({ resolve, reject }, at) => {
    const outcome = outcomes[at];
    if (outcome?.status === 'fulfilled') resolve(outcome.value);
    else reject(outcome?.reason);
  });
}
