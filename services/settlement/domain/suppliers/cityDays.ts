import { TZDate, tzOffset } from '@date-fns/tz';
import { differenceInCalendarDays, format, parseISO } from 'date-fns';
import { instantShown } from '#shared/contracts/cityTime';

const minuteMs = 60_000;

/** The city's day of an instant: `2026-03-01`. */
export const dayOf = (instant: Date, timeZone: string): string =>
  format(new TZDate(instant, timeZone), 'yyyy-MM-dd');

/** How many days a period has, both ends counted; zero or less where it ends before it begins. */
export const daysIn = (from: string, to: string): number =>
  differenceInCalendarDays(parseISO(to), parseISO(from)) + 1;

/** The instant at which the clocks of a city show an hour of a day; 24 is the next midnight. */
export function hourOf(day: string, hour: number, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(
    instantShown(Date.UTC(year, month - 1, date, hour), (at) => tzOffset(timeZone, new Date(at)) * minuteMs),
  );
}
