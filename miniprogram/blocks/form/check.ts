import { contactPhone } from '#shared/contracts/phone';
import { isVisible } from '#shared/contracts/text';
import { formatCount } from '@/design/format/count';
import { parseYuan } from '@/design/format/money';
import { translateNow } from '@/i18n/texts';
import { formTexts } from './texts';

/** What is wrong with a typed value, in words; nothing when it is right. */
type Verdict = string | undefined;

export const isFilled = (text: string): Verdict =>
  isVisible(text) ? undefined : translateNow(formTexts)('required');

export const isChosen = (value: string): Verdict =>
  value === '' ? translateNow(formTexts)('chooseOne') : undefined;

/** Both languages, or neither: words in one language only would leave the other half of the neighbours without. */
export const areBothOrNone = (text: string, other: string): Verdict =>
  text.trim() === '' && other.trim() !== '' ? translateNow(formTexts)('required') : undefined;

export const isAmount = (yuan: string, minFen = 0): Verdict => {
  const fen = parseYuan(yuan);
  return fen === undefined || fen < minFen ? translateNow(formTexts)('amount') : undefined;
};

export const isWhole = (text: string, min: number, max: number): Verdict => {
  const value = wholeOf(text);
  return value === undefined || value < min || value > max
    ? translateNow(formTexts)('whole', { min: formatCount(min), max: formatCount(max) })
    : undefined;
};

export const isPercent = (text: string, max: number): Verdict => {
  const points = basisPointsOf(text);
  return points === undefined || points > max * 100 ? translateNow(formTexts)('percent', { max }) : undefined;
};

export const isPhone = (text: string): Verdict =>
  /^1[3-9][0-9]{9}$/.test(text.trim()) ? undefined : translateNow(formTexts)('phone');

/** A number to call: a mobile, a landline with its area, Hong Kong, Macao, Taiwan. */
export const isContact = (text: string): Verdict =>
  contactPhone(text) === undefined ? translateNow(formTexts)('contact') : undefined;

/** Mail is sent there; whether anybody reads it only a mail can tell. */
export const isEmail = (text: string): Verdict =>
  /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim()) ? undefined : translateNow(formTexts)('email');

/** For fields that may stay empty. */
export const ifFilled = (text: string, check: (text: string) => Verdict): Verdict =>
  text.trim() === '' ? undefined : check(text);

export const wholeOf = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;

/** `12.5` (percent) → 1250. */
export const basisPointsOf = (text: string): number | undefined =>
  /^\d{1,3}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : undefined;

/** 1250 (fen, or basis points) → `12.5`, as it is typed. */
export const typedHundredths = (hundredths: number): string => String(hundredths / 100);

/** What was typed in yuan, as the contracts want it; only for what was checked before. */
export const cnyOf = (yuan: string) => ({ amount: parseYuan(yuan) ?? 0, currency: 'CNY' as const });
