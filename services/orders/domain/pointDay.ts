/** Places that were taken, by the half minute in which they were. */
export type TakenSince = Readonly<Record<string, number>>;

const bucketMs = 30_000;
/** Between taking a place and keeping the order, no longer passes: what is older is an order, or nothing. */
const inFlightMs = 60_000;
const pastBucketsCleared = 6;

/** The half minute that `at` lies in. */
export const bucketOf = (at: Date): string => String(Math.floor(at.getTime() / bucketMs));

/** Some half minutes before `at` that count no more: written away in passing, so that a busy day stays small. */
export function pastBuckets(at: Date): string[] {
  const now = Math.floor(at.getTime() / bucketMs);
  const firstPast = now - (2 * inFlightMs) / bucketMs;
  return Array.from({ length: pastBucketsCleared }, (_, index) => String(firstPast - index));
}

/** From here on places count as they were taken, before it as orders that are kept. */
export const countedAsTakenFrom = (now: Date): Date =>
  new Date(Math.floor((now.getTime() - inFlightMs) / bucketMs) * bucketMs);

/** The part of `since` that still counts. */
export const takenFrom = (since: TakenSince, from: Date): TakenSince =>
  Object.fromEntries(Object.entries(since).filter(([bucket]) => Number(bucket) >= Number(bucketOf(from))));

/**
 * How many places are taken in truth: old orders that live, and what was taken lately, kept as an order by now or not, less those
 * that have ended since.
 */
export const placesTaken = (count: {
  readonly since: TakenSince;
  readonly oldLiving: number;
  readonly recentEnded: number;
}): number =>
  Object.values(count.since).reduce((sum, taken) => sum + taken, 0) + count.oldLiving - count.recentEnded;
