const dayMs = 24 * 3_600_000;

/**
 * The instant at which a city's clock shows a day and time of day. Where the clock is put back and shows it twice, the second time; where
 * it is put forward and skips it, as much later.
 * @param shown what the clock shows, as if it were UTC, in ms
 * @param offsetAt how far the clock is ahead of UTC at an instant, in ms
 */
export function instantShown(shown: number, offsetAt: (instant: number) => number): number {
  const before = shown - offsetAt(shown - dayMs);
  const after = shown - offsetAt(shown + dayMs);
  return after + offsetAt(after) === shown ? after : before;
}
