import { TZDate } from '@date-fns/tz';
import { addMonths, format, lastDayOfMonth, parseISO } from 'date-fns';

/** Books that are of no city are kept by China's days. */
const booksTimeZone = 'Asia/Shanghai';

/** The day of an instant in the books: `2026-03-01`. */
export const bookDay = (at: Date): string => format(new TZDate(at, booksTimeZone), 'yyyy-MM-dd');

/** First and last day. */
export type Days = { readonly from: string; readonly to: string };

/** The days of a month (`2026-10`) or a quarter (`2026-Q3`). */
export function daysOf(period: string): Days {
  const [year = '', part = ''] = period.split('-');
  const quarter = part.startsWith('Q') ? Number(part.slice(1)) : undefined;
  const first = parseISO(
    `${year}-${quarter === undefined ? part : String(quarter * 3 - 2).padStart(2, '0')}-01`,
  );
  const last = lastDayOfMonth(addMonths(first, quarter === undefined ? 0 : 2));
  return { from: format(first, 'yyyy-MM-dd'), to: format(last, 'yyyy-MM-dd') };
}

/** Whether the last of `days` has ended. */
export const isOver = ({ to }: Days, now: Date): boolean => to < bookDay(now);
