import { searchKeys } from './keys';
import { matchScore } from './match';

const tomato = searchKeys({ zh: '西红柿', en: 'Tomatoes' }, ['番茄']);
const rice = searchKeys({ zh: '东北大米', en: 'Northeast rice' }, []);

test.each([
  ['西红柿', tomato],
  ['红柿', tomato],
  ['番茄', tomato],
  ['xihongshi', tomato],
  ["xi'hong'shi", tomato],
  ['xi hong shi', tomato],
  ['xihong', tomato],
  ['xhs', tomato],
  ['xihs', tomato],
  ['fq', tomato],
  ['hongshi', tomato],
  ['ＴＯＭＡＴＯ', tomato],
  ['rice', rice],
  ['north rice', rice],
  ['dami', rice],
  ['dbdm', rice],
])('%s finds it', (typed, keys) => {
  expect(matchScore(typed, keys)).toBeGreaterThan(0);
});

test.each(['ice', 'tomato rice', 'ihong', 'xhx', '苹果', '(', '', '   '])('%p does not', (typed) => {
  expect(Math.max(matchScore(typed, tomato), matchScore(typed, rice))).toBe(0);
});

test('whole words come before beginnings, beginnings before pinyin, pinyin before initials', () => {
  const scores = ['西红柿', '西红', 'xihong', 'xhs', 'hs'].map((typed) => matchScore(typed, tomato));
  expect(scores).toEqual([...scores].sort((one, other) => other - one));
  expect(new Set(scores).size).toBe(scores.length);
});
