import { berlinTimes } from '../../../tests/support/berlinTimes';
import { setOwnClock } from '@/platform/cityClock';
import { berlin, hangzhou } from '@/testing/clocks';
import {
  cityDateOf,
  cityInstant,
  formatCityDate,
  formatDayOfYear,
  formatMoment,
  formatNearDate,
  formatTime,
} from './date';

describe('in Hangzhou', () => {
  beforeEach(() => setOwnClock(hangzhou));

  test('a day starts at midnight in the city, not in London', () => {
    expect(cityDateOf('2026-02-28T16:00:00.000Z')).toBe('2026-03-01');
    expect(formatTime('2026-02-28T16:05:00.000Z')).toBe('00:05');
  });

  test('days are said the local way', () => {
    const now = Date.parse('2026-03-01T04:00:00Z');
    expect(formatCityDate('2026-03-01', 'zh-CN')).toBe('3月1日 周日');
    expect(formatCityDate('2026-03-01', 'en')).toBe('Sun 1 Mar');
    expect(formatNearDate('2026-03-02', now, 'en')).toBe('tomorrow');
    expect(formatMoment('2026-02-28T12:30:00.000Z', now, 'zh-CN')).toBe('昨天 20:30');
    expect(formatNearDate('2026-03-05', now, 'zh-CN')).toBe('3月5日 周四');
  });
});

describe('in Berlin', () => {
  beforeEach(() => setOwnClock(berlin));

  test('the clock is put forward and back', () => {
    expect(
      ['2026-03-29T00:59:00.000Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:59:00.000Z'].map(formatTime),
    ).toEqual(['01:59', '03:00', '02:59']);
    expect(formatTime('2026-10-25T01:00:00.000Z')).toBe('02:00');
  });

  test('a moment is told by the clock of its own day', () => {
    const now = Date.parse('2026-03-28T12:00:00.000Z');
    expect(formatMoment('2026-03-28T22:30:00.000Z', now, 'en')).toBe('today 23:30');
    expect(formatMoment('2026-03-29T21:30:00.000Z', now, 'en')).toBe('tomorrow 23:30');
  });

  test.each(berlinTimes)('%s is meant as the services understand it', (_, date, time, instant) => {
    expect(cityInstant(date, time)).toBe(instant);
  });
});

test('half a date is no instant', () => {
  expect(cityInstant('2026-03-29', '')).toBeUndefined();
});

test('a year is no count', () => {
  expect(formatDayOfYear('2026-03-01', 'en')).toBe('1 Mar 2026');
  expect(formatDayOfYear('2026-03-01', 'zh-CN')).toBe('2026年3月1日');
});
