import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

export const newPhoneCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Bound to the phone, so that equal codes of two people do not look equal. */
export const phoneCodeHash = (phone: string, code: string): string =>
  createHash('sha256').update(`${phone}:${code}`).digest('base64url');

export function codeMatches(hash: string, phone: string, code: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(phoneCodeHash(phone, code)));
}
