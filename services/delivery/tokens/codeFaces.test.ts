import { anId } from '../../../tests/support/anId';
import { codeFace, readPresented } from './codeFaces';

const key = Buffer.from('a key of tests');
const digits = '40371924';
const { qr } = codeFace(key, anId('ord_1'), digits);

test.each([
  digits,
  ' 4037 1924 ',
  '4037-1924',
  '４０３７１９２４',
  '请帮我取货，取货码：４０３７ １９２４。',
  `Please collect at Sunshine 2026-1130: ${digits}, thanks`,
])('reads %p', (text) => {
  expect(readPresented(key, text)).toEqual({ kind: 'digits', digits });
});

test.each([qr, `请出示：${qr}`])('reads a signed code: %p', (text) => {
  expect(readPresented(key, text)).toEqual({ kind: 'qr', digits, orderId: 'ord_1' });
});

test.each([
  ['40371925', 'mistyped'],
  ['4037192', 'mistyped'],
  ['phone 13800000001', 'mistyped'],
  [`${qr.slice(0, -4)}AAAA`, 'forged'],
])('%p is %s', (text, kind) => {
  expect(readPresented(key, text).kind).toBe(kind);
});
