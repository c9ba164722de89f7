import { setTimeout as delay } from 'node:timers/promises';

/** The current time, handed in so that tests decide it. */
export type Clock = (() => Date) & {
  /**
   * Only a clock that is moved by hand has this: calls `listener` after each move.
   * @returns a function that ends it
   */
  readonly onMove?: (listener: () => void) => () => void;
};

export const systemClock: Clock = () => new Date();

type PauseOptions = {
  /** Ends the pause at once, without an error. */
  readonly signal?: AbortSignal;
  /** Unless told: a program that has nothing else to do waits for the end of the pause. */
  readonly ref?: boolean;
};

/**
 * Waits until the clock has gone on by `ms`. A clock that is moved beyond the end ends the wait, so whatever is done again and again
 * or later on follows it; any other clock goes on by itself.
 */
export async function pause(
  now: Clock,
  ms: number,
  { signal, ref = true }: PauseOptions = {},
): Promise<void> {
  const endsAt = now().getTime() + ms;
  const ended = new AbortController();
  const end = () => {
    ended.abort();
  };
  if (signal?.aborted) return;
  signal?.addEventListener('abort', end);
  const stopListening = now.onMove?.(() => {
    if (now().getTime() >= endsAt) end();
  });
  try {
    await delay(ms, undefined, { signal: ended.signal, ref });
  } catch {
    // Ended early, as wished.
  } finally {
    stopListening?.();
    signal?.removeEventListener('abort', end);
  }
}
