import { formatPhone } from './phone';
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

test('weights, distances and spans are said the local way', () => {
  expect([formatWeight(350, 'zh-CN'), formatWeight(1500, 'en')]).toEqual(['350 克', '1.5 kg']);
  expect([perHalfKilo('zh-CN'), perHalfKilo('en')]).toEqual(['/斤', '/500 g']);
  expect([formatDistance(347, 'en'), formatDistance(1234, 'zh-CN')]).toEqual(['350 m', '1.2 公里']);
  expect([
    formatSpan(7_980_000, 'zh-CN'),
    formatSpan(59_000, 'en'),
    formatSpan(100 * 3_600_000, 'en'),
  ]).toEqual(['2小时13分', '59 s', '4d 4h']);
  expect(formatClock(8_025_000)).toBe('02:13:45');
});

test.each([
  ['13800138000', '138 0013 8000'],
  ['13800138000-4821', '138 0013 8000-4821'],
  ['+85291234567', '+852 9123 4567'],
  ['+886912345678', '+886 912 345 678'],
  ['+886223456789', '+886 223 456 789'],
  ['010-65551234-801', '010-65551234-801'],
])('the number %s reads %s', (phone, shown) => {
  expect(formatPhone(phone)).toBe(shown);
});
