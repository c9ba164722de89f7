import { setTimeout as delay } from 'node:timers/promises';

const longestWaitMs = 30_000;

/**
 * What goes first, and what can wait for it: both share one process and one database, and the courier waits for the lists while
 * nobody waits for a capture. Whoever waits is let go after half a minute in any case, so that nothing stands still behind work that
 * does not end.
 */
export class Precedence<Key = string> {
  readonly #first: (Key | undefined)[] = [];
  readonly #waiting = new Set<() => void>();

  /** Does work that goes first. @param key what the work is about, for those who ask. */
  async first<T>(work: () => Promise<T>, key?: Key): Promise<T> {
    this.#first.push(key);
    try {
      return await work();
    } finally {
      this.#first.splice(this.#first.indexOf(key), 1);
      if (this.#first.length === 0)
        setImmediate(() => {
          this.#letGo();
        });
    }
  }

  /** Whether work about `key` goes first at this moment. */
  isFirst(key: Key): boolean {
    return this.#first.includes(key);
  }

  /** Resolves when nothing that goes first is under way. */
  async turn(): Promise<void> {
    if (this.#first.length === 0) return;
    const patience = new AbortController();
    const letGo = new Promise<void>((resolve) => this.#waiting.add(resolve));
    const tired = delay(longestWaitMs, undefined, { signal: patience.signal, ref: false });
    await Promise.race([letGo, tired.catch(() => undefined)]);
    patience.abort();
  }

  /** Work that follows at once on work that goes first goes first, too. */
  #letGo(): void {
    if (this.#first.length > 0) return;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
