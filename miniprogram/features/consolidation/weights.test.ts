import { gramsOf, isUnlikely, type WeighingTask } from './weights';

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
  ['0', 'kg', 0],
  ['０ 斤', 'kg', 0],
] as const)('%p on scales that show %s', (text, unit, grams) => {
  expect(gramsOf(text, unit)).toBe(grams);
});

test.each(['', 'kg', '1.2.3', '-1', '1 lb', '1001 kg', '1 2', '0.0001'])('%p is no weight', (text) => {
  expect(gramsOf(text, 'kg')).toBeUndefined();
});

const isAsked = (grams: number, bandPercent: number | undefined) =>
  isUnlikely({ task: { nominalGrams: 1000 } as WeighingTask, grams }, bandPercent);

test.each([
  [30, [false, false, true, true, true, true]],
  [5, [true, true, true, true, true, true]],
  [100, [false, false, false, false, true, true]],
  [undefined, [false, false, false, false, true, false]],
])('with a band of %p percent', (bandPercent, asked) => {
  const weights = [700, 1300, 699, 1301, 0, 1_000_000];
  expect(weights.map((grams) => isAsked(grams, bandPercent))).toEqual(asked);
});
