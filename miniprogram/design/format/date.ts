import { instantShown } from '#shared/contracts/cityTime';
import { type Language } from '@/i18n/language';
import { translator } from '@/i18n/texts';
import { cityOffsetMs } from '@/platform/cityClock';
import { formatTexts } from './formatTexts';

const dayMs = 24 * 3_600_000;

/** A date whose UTC parts are what the city's clock shows. */
const inCity = (instant: string | number | Date) => {
  const at = new Date(instant).getTime();
  return new Date(at + cityOffsetMs(at));
};
const two = (n: number) => String(n).padStart(2, '0');

/** An instant's day in the city, `2026-03-01`. */
export const cityDateOf = (instant: string | number | Date): string =>
  inCity(instant).toISOString().slice(0, 10);

/** An instant's time of day in the city, `20:30`. */
export const formatTime = (instant: string | number | Date): string => {
  const local = inCity(instant);
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
};

/**
 * The instant at which the city's clock shows this day and time of day; nothing unless both are given.
 */
export const cityInstant = (date: string, time: string): string | undefined => {
  const shown = Date.parse(`${date}T${time}:00.000Z`);
  return Number.isNaN(shown) ? undefined : new Date(instantShown(shown, cityOffsetMs)).toISOString();
};

/** The day `days` after a city-local day. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** A city-local day `2026-03-01` in words: `3月1日 周日`, `Sun 1 Mar`. */
export const formatCityDate = (date: string, language: Language): string => {
  const t = translator(formatTexts, language);
  const day = new Date(`${date}T00:00:00Z`);
  return t('day', {
    month: t('months').split(',')[day.getUTCMonth()] ?? '',
    day: day.getUTCDate(),
    weekday: t('weekdays').split(',')[day.getUTCDay()] ?? '',
  });
};

/** A city-local day with its year, for dates that may lie far away: `2026年3月1日`, `1 Mar 2026`. */
export const formatDayOfYear = (date: string, language: Language): string => {
  const t = translator(formatTexts, language);
  const day = new Date(`${date}T00:00:00Z`);
  return t('dayOfYear', {
    year: date.slice(0, 4),
    month: t('months').split(',')[day.getUTCMonth()] ?? '',
    day: day.getUTCDate(),
  });
};

/** A city-local day seen from `now`: today, tomorrow, yesterday, else the day in words. */
export const formatNearDate = (date: string, now: number, language: Language): string => {
  const t = translator(formatTexts, language);
  const days = Math.round(
    (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${cityDateOf(now)}T00:00:00Z`)) / dayMs,
  );
  if (days === 0) return t('today');
  if (days === 1) return t('tomorrow');
  if (days === -1) return t('yesterday');
  return formatCityDate(date, language);
};

/** An instant seen from `now`: `今天 20:30`, `Sun 1 Mar 20:30`. */
export const formatMoment = (instant: string, now: number, language: Language): string =>
  `${formatNearDate(cityDateOf(instant), now, language)} ${formatTime(instant)}`;
