import { soughtBy } from './sought';

test.each([
  ['  ', { kind: 'failedRefunds' }],
  ['138 0013 8000', { kind: 'phone', phone: '13800138000' }],
  ['0zzd42vnxhb7r47m kk5ysep2pw', { kind: 'order', orderId: 'ord_0ZZD42VNXHB7R47MKK5YSEP2PW' }],
  ['ord_0zzd', { kind: 'order', orderId: 'ord_0ZZD' }],
])('%p is told from the words alone', (words, sought) => expect(soughtBy(words)).toEqual(sought));

test.each([
  ['芳', { name: '芳' }],
  ['Wang', { name: 'Wang' }],
  ['王 (.*', { name: '王 (.*' }],
  ['29.8', { totalFen: '2980' }],
  ['30', { totalFen: '3000' }],
  ['￥ 123456', { totalFen: '12345600' }],
  ['kk5ysep2', { numberEnd: 'kk5ysep2' }],
  ['123456', { numberEnd: '123456' }],
  ['#WANG', { numberEnd: 'WANG' }],
  ['KK5Y SEP2', { numberEnd: 'KK5YSEP2' }],
  ['…8000', { numberEnd: '8000' }],
])('%p is looked for within a cycle', (words, query) =>
  expect(soughtBy(words)).toEqual({ kind: 'withinCycle', query }),
);
