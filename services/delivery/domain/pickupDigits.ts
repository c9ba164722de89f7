/** Digits without the check digit: one in ten million. */
const bodyLength = 7;

/** The digits of a pickup code: `random` (0 ≤ random < 10⁷) and its Luhn check digit (ISO/IEC 7812-1). */
export function pickupDigits(random: number): string {
  const body = String(random).padStart(bodyLength, '0');
  return body + String((10 - (luhnSum(`${body}0`) % 10)) % 10);
}

export const randomDigitsBelow = 10 ** bodyLength;

/** Whether the check digit is right: a typing error is seen without asking anybody. */
export const areDigitsPlausible = (digits: string): boolean =>
  /^[0-9]{8}$/.test(digits) && luhnSum(digits) % 10 === 0;

function luhnSum(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const counted = place % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum;
}
