import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

/** The city's day of an instant: `2026-03-01`. */
export const cityDay = (at: Date, timeZone: string): string => format(new TZDate(at, timeZone), 'yyyy-MM-dd');
