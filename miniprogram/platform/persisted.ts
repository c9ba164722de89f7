import { storage } from './storage';
import { watchStored } from './watchStored';

/** One value kept on this device. */
export type Persisted<T> = {
  read: () => T | undefined;
  write: (value: T) => void;
  clear: () => void;
  /** Calls `listen` whenever another window has changed it. */
  watch: (listen: () => void) => void;
};

/**
 * Keeps a JSON value under `name`. A new `version` forgets what an older app wrote in another shape; what `accept`
 * refuses is treated as absent.
 */
export const persisted = <T>(
  name: string,
  version: number,
  accept: (value: unknown) => value is T,
): Persisted<T> => {
  const key = `lintuan:${name}:${version}`;
  return {
    read() {
      const text = storage.get(key);
      if (text === undefined) return undefined;
      try {
        const value: unknown = JSON.parse(text);
        return accept(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    write: (value) => storage.set(key, JSON.stringify(value)),
    clear: () => storage.remove(key),
    watch: (listen) => watchStored(key, listen),
  };
};
