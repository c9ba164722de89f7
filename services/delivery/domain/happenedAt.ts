import { Refused } from '#shared/kit/domainError';

const aheadMs = 2 * 60_000;
const behindMs = 24 * 3600_000;

/**
 * When something happened by the phone's clock, which may run a little ahead (then it is now) and may report a day late.
 * @throws {Refused} TIME_IMPLAUSIBLE outside of these bounds.
 */
export function happenedAt(told: string | undefined, now: Date): Date {
  if (told === undefined) return now;
  const at = new Date(told);
  if (at.getTime() > now.getTime() + aheadMs || at.getTime() < now.getTime() - behindMs)
    throw new Refused('TIME_IMPLAUSIBLE');
  return at > now ? now : at;
}

export const later = (a: Date, b: Date): Date => (a > b ? a : b);
