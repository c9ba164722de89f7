import { cityDateOf, instantOf } from './cityTime';

test('a day is that of the city', () => {
  expect(cityDateOf(new Date('2026-02-28T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2026-03-01');
});

test.each([
  ['before summer time', '2026-03-28', '23:00', '2026-03-28T22:00:00.000Z'],
  ['a time that is skipped', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['in summer time', '2026-03-29', '23:00', '2026-03-29T21:00:00.000Z'],
  ['a time that comes twice', '2026-10-25', '02:30', '2026-10-25T01:30:00.000Z'],
  ['after summer time', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
])('%s is meant as the app understands it', (_, date, time, instant) => {
  expect(instantOf(date, time, 'Europe/Berlin').toISOString()).toBe(instant);
});
