/** The pauses of a schedule: they grow while there is nothing to do, and can be cut short. */
export class Pauses {
  readonly #shortest: number;
  readonly #longest: number;
  #length: number;
  /** When the pause ends, or the next one must have ended, on the monotonic clock. */
  #endsAt = Infinity;
  #timer: NodeJS.Timeout | undefined;
  #end: (() => void) | undefined;
  #stopped = false;

  /** In ms. */
  constructor(shortest: number, longest = shortest) {
    this.#shortest = shortest;
    this.#longest = Math.max(shortest, longest);
    this.#length = shortest;
  }

  /** The next pauses are twice as long, up to the longest. */
  grow(): void {
    this.#length = Math.min(this.#longest, 2 * this.#length);
  }

  shrink(): void {
    this.#length = this.#shortest;
  }

  /** Pauses, give or take a tenth by chance. @returns whether to go on. */
  async next(): Promise<boolean> {
    if (!this.#stopped) {
      const length = this.#length * (0.9 + Math.random() / 5);
      this.#endsAt = Math.min(this.#endsAt, performance.now() + length);
      await new Promise<void>((resolve) => {
        this.#end = resolve;
        this.#arm();
      });
      this.#end = undefined;
      this.#endsAt = Infinity;
    }
    return !this.#stopped;
  }

  /** The pause, or the next one when none is under way, ends in so many ms at the latest. */
  endWithin(ms: number): void {
    this.#endsAt = Math.min(this.#endsAt, performance.now() + ms);
    if (this.#end) this.#arm();
  }

  /** Ends the pause; there will be no other. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#end?.();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end?.(), Math.max(0, this.#endsAt - performance.now()));
    // A process with nothing else to do may end.
    this.#timer.unref();
  }
}
