import { TZDate } from '@date-fns/tz';
import { addDays, format, getISODay, startOfDay } from 'date-fns';

/** The day that a city's calendar shows: `2026-03-01`. */
export const cityDay = (at: Date, timeZone: string): string => format(new TZDate(at, timeZone), 'yyyy-MM-dd');

/** The day on which the bank does it: payouts are of no city. */
export const chinaDay = (at: Date): string => cityDay(at, 'Asia/Shanghai');

/** 1 is Monday, as the city's calendar shows it. */
export const weekdayIn = (at: Date, timeZone: string): number => getISODay(new TZDate(at, timeZone));

/** When the next day of the city begins. */
export const nextDay = (at: Date, timeZone: string): Date =>
  new Date(addDays(startOfDay(new TZDate(at, timeZone)), 1).getTime());
