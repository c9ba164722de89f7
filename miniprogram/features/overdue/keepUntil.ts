import { cityDateOf, cityInstant, daysAfter } from '@/design/format/date';

const noticeMs = 10 * 60_000;

/** An hour of the day as a clock shows it, `22:00`. */
export const clockHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/**
 * Moments until which an order can be kept: as long as chilled goods wait today, and noon or evening of tomorrow; only those that
 * lie ahead. `now` in milliseconds; the hour is absent while the city's rules are not known.
 */
export const keepChoices = (now: number, chilledOverdueHour: number | undefined) => {
  const today = cityDateOf(now);
  const tomorrow = daysAfter(today, 1);
  const tonight = chilledOverdueHour === undefined ? [] : [clockHour(chilledOverdueHour)];
  return [
    ...tonight.map((time) => ({ day: 'today' as const, time, until: cityInstant(today, time) })),
    ...['12:00', '20:00'].map((time) => ({
      day: 'tomorrow' as const,
      time,
      until: cityInstant(tomorrow, time),
    })),
  ].flatMap(({ until, ...named }) =>
    until !== undefined && Date.parse(until) > now + noticeMs ? [{ ...named, until }] : [],
  );
};
