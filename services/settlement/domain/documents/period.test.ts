import { bookDay, daysOf, isOver } from './period';

test.each([
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
])('%s is from %s to %s', (period, from, to) => {
  expect(daysOf(period)).toEqual({ from, to });
});

test('a period is over when its last day is, by the clocks of China', () => {
  const november = daysOf('2026-11');
  const [lastMoment, midnight] = ['2026-11-30T15:59:59.999Z', '2026-11-30T16:00:00.000Z'] as const;
  expect(bookDay(new Date(lastMoment))).toBe('2026-11-30');
  expect(isOver(november, new Date(lastMoment))).toBe(false);
  expect(isOver(november, new Date(midnight))).toBe(true);
});
