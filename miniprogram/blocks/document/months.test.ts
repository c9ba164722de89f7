import { monthsBefore } from './months';

test('the months before this one come latest first, over the turn of the year', () => {
  const months = monthsBefore(Date.parse('2026-02-10T04:00:00Z'));
  expect(months.slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(months).toHaveLength(12);
});
