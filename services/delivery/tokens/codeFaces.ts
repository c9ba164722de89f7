import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { OrderId } from '#shared/contracts/ids';
import { areDigitsPlausible, pickupDigits, randomDigitsBelow } from '../domain/pickupDigits';

/** Rounds of SHA-256 after the first: cheap for a phone that checks one code, dear for guessing ten million. */
export const hashIterations = 1_000;
const prefix = 'lintuan1';

export const newDigits = (): string => pickupDigits(randomInt(randomDigitsBelow));
export const newSalt = (): string => randomBytes(12).toString('base64url');

const signature = (key: Buffer, orderId: string, digits: string): Buffer =>
  createHmac('sha256', key).update(`${prefix}.${orderId}.${digits}`).digest().subarray(0, 18);

export type CodeFace = { readonly digits: string; readonly qr: string };

/**
 * What a shopper shows: the digits, or the text of the QR code, which is signed, so that nobody can make one from digits that were
 * overheard for another order.
 */
export const codeFace = (key: Buffer, orderId: OrderId, digits: string): CodeFace => ({
  digits,
  qr: `${prefix}.${orderId}.${digits}.${signature(key, orderId, digits).toString('base64url')}`,
});

/**
 * See `OfflineHandOut` of the contract, which describes this to the phones. It takes milliseconds: done once, when the code can be
 * collected, and kept.
 */
export function offlineHash(salt: string, digits: string): string {
  let bytes = hash('sha256', `${salt}.${digits}`, 'buffer');
  for (let round = 0; round < hashIterations; round += 1) bytes = hash('sha256', bytes, 'buffer');
  return bytes.toString('base64url');
}

/** What was presented; `mistyped` cannot be any code, whoever typed it. */
export type Presented =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'qr'; readonly digits: string; readonly orderId: OrderId }
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'forged' };

/**
 * The digits of a code as people type or paste them: alone, or inside the message that the app makes for a proxy. Where several could be
 * meant, the last: the place is named before the code.
 */
function digitsIn(text: string): string | undefined {
  const alone = text.replace(/[\s-]/g, '');
  if (/^\d+$/.test(alone)) return alone;
  const groups = (text.match(/(?<!\d)\d{4}[\s-]?\d{4}(?!\d)/g) ?? []).map((one) => one.replace(/\D/g, ''));
  return groups.findLast(areDigitsPlausible);
}

/** Tells a mistake of typing, which is free, from a forged code, which counts as a guess. */
export function readPresented(key: Buffer, text: string): Presented {
  const code = text.normalize('NFKC');
  const qr = /lintuan1\.[\w.-]+/.exec(code)?.[0];
  if (qr === undefined) {
    const digits = digitsIn(code);
    return digits !== undefined && areDigitsPlausible(digits)
      ? { kind: 'digits', digits }
      : { kind: 'mistyped' };
  }
  const [mark, orderId = '', qrDigits = '', given = ''] = qr.split('.');
  const order = OrderId.safeParse(orderId);
  if (mark !== prefix || !order.success) return { kind: 'mistyped' };
  const expected = signature(key, orderId, qrDigits);
  const mac = Buffer.from(given, 'base64url');
  const isOurs = mac.length === expected.length && timingSafeEqual(mac, expected);
  return isOurs ? { kind: 'qr', digits: qrDigits, orderId: order.data } : { kind: 'forged' };
}
