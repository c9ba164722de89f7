import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { Refused } from '#shared/kit/domainError';
import { type City, type Window } from './range';

/** Whether a cycle takes orders at `at`: from `opensAt` on and before `cutoffAt`. */
export const isOpen = ({ opensAt, cutoffAt }: Pick<Window, 'opensAt' | 'cutoffAt'>, at: Date): boolean =>
  at >= opensAt && at < cutoffAt;

/** The day that it is in the city at `at`. */
export const cityDay = (at: Date, timeZone: string): string => format(new TZDate(at, timeZone), 'yyyy-MM-dd');

/**
 * @throws {Refused} CYCLE_NOT_EDITABLE when the window ends in the past, MALFORMED_REQUEST when it ends before it begins or its
 * goods would be collected before.
 */
export function assertWindow(window: Window, { timeZone }: Pick<City, 'timeZone'>, now: Date): Window {
  const { opensAt, cutoffAt, pickupDate } = window;
  if (opensAt >= cutoffAt) throw new Refused('MALFORMED_REQUEST', 'opensAt must lie before cutoffAt');
  if (pickupDate < cityDay(cutoffAt, timeZone))
    throw new Refused('MALFORMED_REQUEST', 'pickupDate must not lie before the day of the cutoff');
  if (cutoffAt <= now) throw new Refused('CYCLE_NOT_EDITABLE', 'The cutoff must lie ahead.');
  return window;
}
