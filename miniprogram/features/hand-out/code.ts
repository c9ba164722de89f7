import { plain } from '@/design/format/typed';

/** What was presented: the digits, and for a scanned code also whose order it is. */
export type Presented = {
  /** As it is sent to the server. */
  readonly text: string;
  readonly digits: string;
  readonly orderId?: string;
};

const digitsLength = 8;

/** The last digit checks the others (Luhn), so that a typing error is seen at once. */
const isPlausible = (digits: string): boolean => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const counted = place % 2 === 0 ? Number(digit) : Number(digit) * 2;
      return total + (counted > 9 ? counted - 9 : counted);
    }, 0);
  return sum % 10 === 0;
};

/** Eight digits that stand for themselves; people set them apart in groups. */
const groups = /(?<!\d)\d{4}[\s-]?\d{4}(?!\d)/g;

/**
 * The digits of what was typed or pasted: alone, or inside of words, as in the text that a shopper sends to who collects for them. Where
 * several could be meant, the last: the place is named before the code.
 */
const digitsIn = (text: string): string => {
  const alone = text.replace(/[\s-]/g, '');
  if (/^\d+$/.test(alone)) return alone;
  const found = (text.match(groups) ?? []).map((one) => one.replace(/[\s-]/g, ''));
  return found.filter(isPlausible).at(-1) ?? found.at(-1) ?? '';
};

/** Reads typed or pasted digits of any width, the words that they came in, or the text of a QR code; `wrong` when it can be no code. */
export const readCode = (input: string): Presented | 'wrong' => {
  const text = input.trim();
  const [mark, orderId, scanned] = text.split('.');
  const digits = mark === 'lintuan1' ? (scanned ?? '') : digitsIn(plain(text));
  if (!/^\d{8}$/.test(digits) || !isPlausible(digits)) return 'wrong';
  return mark === 'lintuan1' && orderId !== undefined ? { text, digits, orderId } : { text: digits, digits };
};

/** Whether this is a whole code already, so that nobody needs to confirm it. */
export const isWholeCode = (input: string): boolean =>
  input.startsWith('lintuan1.') || digitsIn(plain(input)).length === digitsLength;
