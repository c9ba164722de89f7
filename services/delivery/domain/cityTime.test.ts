import { berlinTimes } from '../../../tests/support/berlinTimes';
import { cityDateOf, instantOf } from './cityTime';

test('a day is that of the city', () => {
  expect(cityDateOf(new Date('2026-02-28T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2026-03-01');
});

test.each(berlinTimes)('%s is meant as the app understands it', (_, date, time, instant) => {
  expect(instantOf(date, time, 'Europe/Berlin').toISOString()).toBe(instant);
});
