import { TZDate, tzOffset } from '@date-fns/tz';
import { addDays, format, parseISO } from 'date-fns';
import { instantShown } from '#shared/contracts/cityTime';

const minuteMs = 60_000;

/** The city-local day of an instant: `2026-03-01`. */
export const cityDateOf = (instant: Date, timeZone: string): string =>
  format(new TZDate(instant, timeZone), 'yyyy-MM-dd');

/** The day so many days after a city-local day. */
export const daysAfter = (date: string, days: number): string =>
  format(addDays(parseISO(date), days), 'yyyy-MM-dd');

/** The instant at which the clocks of the city show `time` (`09:30`, `24:00` is the next midnight) on `date`. */
export function instantOf(date: string, time: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const shown = Date.UTC(year, month - 1, day, hours, minutes);
  return new Date(instantShown(shown, (at) => tzOffset(timeZone, new Date(at)) * minuteMs));
}
