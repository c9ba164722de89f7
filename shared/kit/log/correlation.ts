import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs `fn`, and everything it awaits or starts, under this correlation id: logs, events and calls out carry it. */
export function withCorrelation<R>(id: string, fn: () => R): R {
  return storage.run(id, fn);
}

/** The id of the request, event or job that the running code belongs to. */
export function currentCorrelationId(): string | undefined {
  return storage.getStore();
}
