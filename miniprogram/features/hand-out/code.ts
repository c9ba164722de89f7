/** What was presented: the digits, and for a scanned code also whose order it is. */
export type Presented = {
  /** As it is sent to the server. */
  readonly text: string;
  readonly digits: string;
  readonly orderId?: string;
};

export const digitsLength = 8;

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

/** Reads typed or pasted digits, or the text of a QR code; `wrong` when it can be no code. */
export const readCode = (input: string): Presented | 'wrong' => {
  const text = input.trim();
  const [mark, orderId, scanned] = text.split('.');
  const digits = mark === 'lintuan1' ? (scanned ?? '') : text.replace(/[\s-]/g, '');
  if (!/^\d{8}$/.test(digits) || !isPlausible(digits)) return 'wrong';
  return mark === 'lintuan1' && orderId !== undefined ? { text, digits, orderId } : { text: digits, digits };
};
