/**
 * Passes on at most one value per key in each `intervalMs`: the first at once, then the latest of what came meanwhile.
 */
export function latestOfEach<K, V>(intervalMs: number, pass: (key: K, value: V) => void) {
  const waiting = new Map<K, { timer: NodeJS.Timeout; value?: V }>();

  function begin(key: K): void {
    const timer = setTimeout(() => {
      const entry = waiting.get(key);
      waiting.delete(key);
      if (entry && 'value' in entry) {
        begin(key);
        pass(key, entry.value);
      }
    }, intervalMs);
    waiting.set(key, { timer });
  }

  return {
    put(key: K, value: V): void {
      const entry = waiting.get(key);
      if (entry) {
        entry.value = value;
        return;
      }
      begin(key);
      pass(key, value);
    },
    /** Passes on what waits, and nothing more. */
    close(): void {
      for (const [key, entry] of waiting) {
        clearTimeout(entry.timer);
        if ('value' in entry) pass(key, entry.value);
      }
      waiting.clear();
    },
  };
}
