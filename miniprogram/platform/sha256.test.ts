import { createHash } from 'node:crypto';
import { sha256 } from './sha256';

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test.each([0, 1, 31, 32, 55, 56, 63, 64, 65, 119, 120, 1000])('agrees with Node on %i bytes', (length) => {
  const text = 'lintuan.'.repeat(200).slice(0, length);
  expect(hex(sha256(bytesOf(text)))).toBe(createHash('sha256').update(text).digest('hex'));
});
