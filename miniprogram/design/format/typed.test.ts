import { celsiusOf, digitsOf, phoneOf } from './typed';

test.each([
  '13800138000',
  '138 0013 8000',
  '138-0013-8000',
  '+86 138 0013 8000',
  '+8613800138000',
  '0086 138 0013 8000',
  '86-138-0013-8000',
  '(+86)13800138000',
  '１３８００１３８０００',
  '＋８６ １３８００１３８０００',
  '\u202d138\u00a00013\u20098000\u202c',
  '138\u30000013\u30008000',
  '138.0013.8000',
  '138—0013—8000',
])('a mobile number as it is pasted: %p', (text) => {
  expect(phoneOf(text)).toBe('13800138000');
});

test.each([
  ['+852 9123 4567', '+85291234567'],
  ['010-6552 9988', '01065529988'],
  ['+', '+'],
  ['+8', '+8'],
  ['+86', '+86'],
])('other numbers keep what they begin with: %p', (text, phone) => {
  expect(phoneOf(text)).toBe(phone);
});

test('digits are read whatever their width', () => {
  expect(digitsOf('４０３７ 1924')).toBe('40371924');
});

test.each([
  ['4', 4],
  ['-18', -18],
  ['-40', -40],
  ['-41', undefined],
  ['60', 60],
  ['−18', -18],
  ['3.5', 3.5],
  ['', undefined],
  ['－１８．５', -18.5],
  ['61', undefined],
  ['cold', undefined],
])('reads the temperature %p', (typed, degrees) => {
  expect(celsiusOf(typed)).toBe(degrees);
});

test('how cold is plausible depends on what is measured', () => {
  expect(celsiusOf('-60', -60)).toBe(-60);
  expect(celsiusOf('-61', -60)).toBeUndefined();
  expect(celsiusOf('61', -60)).toBeUndefined();
});
