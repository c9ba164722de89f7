import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
let pool = Buffer.alloc(0);
let used = 0;

/** `length` random letters and digits (62 per place). */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    if (used >= pool.length) {
      pool = randomBytes(4096);
      used = 0;
    }
    const byte = pool[used++] ?? 255;
    if (byte < 248) text += letters[byte % 62] ?? '';
  }
  return text;
}

/** `length` random digits. */
export function randomDigits(length: number): string {
  let text = '';
  while (text.length < length)
    text += String(randomBytes(6).readUIntBE(0, 6) % 1_000_000_000).padStart(9, '0');
  return text.slice(0, length);
}
