import { createHash } from 'node:crypto';
import { isWholeCode, readCode } from './code';
import { hashDigits, matchOffline } from './matchOffline';

const digits = '40371924';

test('reads digits as they are typed or pasted', () => {
  expect(readCode(' 4037 1924 ')).toEqual({ text: digits, digits });
});

test.each([
  '４０３７１９２４',
  '４０３７　１９２４',
  '4037-1924',
  '请帮我到阳光花园3号楼取货，取货码 40371924',
  '请帮我到阳光花园3号楼取货，取货码 4037 1924。谢谢',
  'Please collect my order at Sunshine 2026-1130, pickup code 40371924',
  'Order 20261130: ４０３７ １９２４',
])('reads the digits of %p', (input) => {
  expect(readCode(input)).toEqual({ text: digits, digits });
  expect(isWholeCode(input)).toBe(true);
});

test.each(['取货码 40371925', '阳光花园12345678901234号', '4037'])('finds no code in %p', (input) => {
  expect(readCode(input)).toBe('wrong');
});

test('reads a scanned code with its order', () => {
  const text = `lintuan1.ord_1.${digits}.c2ln`;
  expect(readCode(text)).toEqual({ text, digits, orderId: 'ord_1' });
});

test.each(['', '4037192', '40371925', 'lintuan1.ord_1', 'https://example.org/'])('refuses %p', (input) => {
  expect(readCode(input)).toBe('wrong');
});

const nodeHash = (salt: string, iterations: number) => {
  let hash = createHash('sha256').update(`${salt}.${digits}`).digest();
  for (let round = 0; round < iterations; round += 1) hash = createHash('sha256').update(hash).digest();
  return hash.toString('base64url');
};

test('hashes as the server does', () => {
  expect(hashDigits('salt', digits, 1000)).toBe(nodeHash('salt', 1000));
});

const item = (orderId: string, codeHash: string, proxyHash?: string) => ({
  orderId,
  salt: orderId,
  codeHash,
  ...(proxyHash === undefined ? {} : { proxyHash }),
});
const items = [item('a', 'other'), item('b', 'other', nodeHash('b', 20)), item('c', nodeHash('c', 20))];
const typed = { text: digits, digits };

test('finds whose digits they are, also a proxy’s', async () => {
  expect((await matchOffline(items, typed, 20))?.orderId).toBe('b');
});

test('a scanned code fits its own order only', async () => {
  expect((await matchOffline(items, { ...typed, orderId: 'c' }, 20))?.orderId).toBe('c');
  expect(await matchOffline(items, { ...typed, orderId: 'a' }, 20)).toBeUndefined();
});

test('nobody’s digits are found nowhere', async () => {
  expect(await matchOffline(items.slice(0, 1), typed, 20)).toBeUndefined();
});
