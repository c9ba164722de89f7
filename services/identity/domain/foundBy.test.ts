import { foundBy } from './foundBy';

const finds = (typed: string, account: Parameters<typeof foundBy>[0]) =>
  foundBy(account).some((text) => text.startsWith(typed));

test.each([
  ['小梅', { displayName: '王小梅' }],
  ['王', { displayName: '王小梅' }],
  ['4821', { displayName: '邻居 4821' }],
  ['4821', { displayName: 'Mei4821x' }],
  ['oneil', { displayName: 'Séan O’NEIL' }],
  ['𠮷', { displayName: '山𠮷' }],
  ['linda', { displayName: '阿Linda' }],
  ['boss', { username: 'the.boss' }],
  ['0013', { phone: '13800138000' }],
])('%s finds %j', (typed, account) => {
  expect(finds(typed, account)).toBe(true);
});

test.each([
  ['inda', { displayName: 'Linda' }],
  ['821', { displayName: '邻居 4821' }],
  ['23', { displayName: '', phone: '13800138123' }],
])('%s does not find %j', (typed, account) => {
  expect(finds(typed, account)).toBe(false);
});
