import { setTimeout as delay } from 'node:timers/promises';

const longestWaitMs = 30_000;

/**
 * What goes first, and what can wait for it: both share one process and one database, and the courier waits for the lists while
 * nobody waits for a capture. Whoever waits is let go after half a minute in any case, so that nothing stands still behind work that
 * does not end.
 */
export class Precedence {
  #first = 0;
  readonly #waiting = new Set<() => void>();

  /** Does work that goes first. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.#first += 1;
    try {
      return await work();
    } finally {
      this.#first -= 1;
      if (this.#first === 0)
        setImmediate(() => {
          this.#letGo();
        });
    }
  }

  /** Resolves when nothing that goes first is under way. */
  async turn(): Promise<void> {
    if (this.#first === 0) return;
    const patience = new AbortController();
    const letGo = new Promise<void>((resolve) => this.#waiting.add(resolve));
    const tired = delay(longestWaitMs, undefined, { signal: patience.signal, ref: false });
    await Promise.race([letGo, tired.catch(() => undefined)]);
    patience.abort();
  }

  /** Work that follows at once on work that goes first goes first, too. */
  #letGo(): void {
    if (this.#first > 0) return;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
