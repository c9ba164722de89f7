import { hash, randomBytes } from 'node:crypto';
import { type Id } from '../contracts/ids';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new id: `prefix_` and 26 characters of Crockford's base 32, the first ten of which are the time in milliseconds, so that
 * ids sort by age (the layout of a ULID, github.com/ulid/spec).
 */
export function newId<Prefix extends string>(prefix: Prefix, now: Date): Id<Prefix> {
  let time = now.getTime();
  let head = '';
  for (let place = 0; place < 10; place += 1) {
    head = (alphabet[time % 32] ?? '0') + head;
    time = Math.floor(time / 32);
  }
  return `${prefix}_${head}${encode(randomBytes(16), 16)}` as Id<Prefix>;
}

/**
 * The id that follows from `parts`: the same parts give the same id, so that doing a thing twice makes it once. 130 bits of
 * SHA-256.
 */
export function derivedId<Prefix extends string>(prefix: Prefix, ...parts: readonly string[]): Id<Prefix> {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer');
  return `${prefix}_${encode(digest, 26)}` as Id<Prefix>;
}

function encode(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let place = 0; place < length; place += 1) text += alphabet[(bytes[place] ?? 0) % 32] ?? '';
  return text;
}
