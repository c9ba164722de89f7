import { gramsOf, isUnlikely } from './weights';

test.each([
  ['1.5', 'kg', 1500],
  ['1.5 kg', 'g', 1500],
  ['1.5kg', 'g', 1500],
  ['1,5', 'kg', 1500],
  ['１．５', 'kg', 1500],
  ['1,040', 'g', 1040],
  ['1040克', 'kg', 1040],
  ['3斤', 'kg', 1500],
  ['2.1', 'jin', 1050],
  ['1.05 公斤', 'jin', 1050],
  ['1.05千克', 'g', 1050],
] as const)('%p on scales that show %s', (text, unit, grams) => {
  expect(gramsOf(text, unit)).toBe(grams);
});

test.each(['', 'kg', '1.2.3', '-1', '1 lb', '1001 kg', '1 2'])('%p is no weight', (text) => {
  expect(gramsOf(text, 'kg')).toBeUndefined();
});

test('a third more or less than ordered is likely, no further', () => {
  const task = { nominalGrams: 1000 };
  expect([700, 1300, 699, 1301, 2, 1_000_000].map((grams) => isUnlikely(grams, task))).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});
