import { type After, realAfter } from '../bus/keyedQueue';

/** Lets at most so many through a second, evenly, in the order in which they came. */
export class Pace {
  readonly #pauseMs: number;
  readonly #now: () => number;
  readonly #after: After;
  /** The first moment that nobody has, in ms on the clock of `now`. */
  #free = -Infinity;

  /** @param time the monotonic clock in ms, and timers; handed in so that tests need not wait. */
  constructor(
    perSecond: number,
    time: { readonly now: () => number; readonly after: After } = {
      now: () => performance.now(),
      after: realAfter,
    },
  ) {
    this.#pauseMs = 1000 / perSecond;
    this.#now = time.now;
    this.#after = time.after;
  }

  /** Resolves when it is the caller's turn. */
  turn(): Promise<void> {
    const now = this.#now();
    const mine = Math.max(now, this.#free);
    this.#free = mine + this.#pauseMs;
    return mine === now
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.#after(mine - now, resolve);
        });
  }
}
