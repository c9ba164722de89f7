import { type Language } from '@/i18n/language';
import { translator } from '@/i18n/texts';
import { formatTexts } from './formatTexts';

const short = (value: number) => String(Math.round(value * 100) / 100);

/** Grams in the local form: `350 克`, `1.5 公斤`; `350 g`, `1.5 kg`. */
export const formatWeight = (grams: number, language: Language): string => {
  const t = translator(formatTexts, language);
  return grams < 1000 ? t('grams', { n: short(grams) }) : t('kilograms', { n: short(grams / 1000) });
};

/** What stands behind a price per 500 g: `/斤`, `/500 g`. */
export const perHalfKilo = (language: Language): string => translator(formatTexts, language)('perHalfKilo');

/** Metres in the local form: `350 米`, `1.2 公里`. */
export const formatDistance = (metres: number, language: Language): string => {
  const t = translator(formatTexts, language);
  if (metres < 1000) return t('metres', { n: Math.round(metres / 10) * 10 });
  return t('kilometres', { n: Math.round(metres / 100) / 10 });
};

/** A span in words, two parts at the most: `2小时13分`, `2h 13m`; seconds only below a minute. */
export const formatSpan = (ms: number, language: Language): string => {
  const t = translator(formatTexts, language);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return t('daysHours', { d: Math.floor(hours / 24), h: hours % 24 });
  if (hours > 0) return t('hoursMinutes', { h: hours, m: minutes % 60 });
  return minutes > 0 ? t('minutes', { m: minutes }) : t('seconds', { s: seconds });
};

/** A span as a clock: `02:13:45`. */
export const formatClock = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
};
