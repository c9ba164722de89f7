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

/** An id as Stripe writes them: `pi_3…`, `ch_3…`. */
export const newId = (prefix: string) => `${prefix}_3${randomText(23)}`;
