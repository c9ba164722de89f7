import { cityDateOf, formatCityDate, formatMoment, formatNearDate, formatTime } from './date';
import { formatClock, formatDistance, formatSpan, formatWeight, perHalfKilo } from './measure';
import { formatMoney, parseYuan, splitMoney } from './money';

test('money is split and grouped', () => {
  expect(splitMoney({ amount: 123_456_705 })).toEqual({ sign: '¥', whole: '1,234,567', cents: '05' });
  expect(formatMoney({ amount: -90 })).toBe('-¥0.90');
});

test.each([
  ['19.9', 1990],
  ['0.01', 1],
  ['1,5', undefined],
  ['', undefined],
  ['1.234', undefined],
])('%s yuan typed', (text, fen) => {
  expect(parseYuan(text)).toBe(fen);
});

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

test('weights, distances and spans are said the local way', () => {
  expect([formatWeight(350, 'zh-CN'), formatWeight(1500, 'en')]).toEqual(['350克', '1.5 kg']);
  expect([perHalfKilo('zh-CN'), perHalfKilo('en')]).toEqual(['/斤', '/500 g']);
  expect([formatDistance(347, 'en'), formatDistance(1234, 'zh-CN')]).toEqual(['350 m', '1.2公里']);
  expect([
    formatSpan(7_980_000, 'zh-CN'),
    formatSpan(59_000, 'en'),
    formatSpan(100 * 3_600_000, 'en'),
  ]).toEqual(['2小时13分', '59 s', '4d 4h']);
  expect(formatClock(8_025_000)).toBe('02:13:45');
});
