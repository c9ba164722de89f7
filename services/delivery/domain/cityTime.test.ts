import { berlinTimes } from '../../../tests/support/berlinTimes';
import { cityDateOf, instantOf } from './cityTime';

test('a day is that of the city', () => {
  expect(cityDateOf(new Date('2026-02-28T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2026-03-01');
});

test.each(berlinTimes)('%s is meant as the app understands it', (_, date, time, instant) => {
  expect(instantOf(date, time, 'Europe/Berlin').toISOString()).toBe(instant);
});

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin'])(
  'an hour that comes twice is meant the second time, wherever the server stands (%s)',
  (serverZone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = serverZone;
    try {
      for (const [, date, time, instant] of berlinTimes)
        expect(instantOf(date, time, 'Europe/Berlin').toISOString()).toBe(instant);
      expect(instantOf('2026-11-01', '01:30', 'America/Port-au-Prince').toISOString()).toBe(
        '2026-11-01T06:30:00.000Z',
      );
      expect(instantOf('2026-04-05', '01:45', 'Australia/Lord_Howe').toISOString()).toBe(
        '2026-04-04T15:15:00.000Z',
      );
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  },
);
