import { defaultCityRules } from '#shared/contracts/cityRules';
import { type Temperature } from '#shared/contracts/internal/catalog';
import { collectBefore } from './overdue';

const until = (readyAt: string, temperatures: readonly Temperature[], rules = defaultCityRules) =>
  collectBefore(new Date(readyAt), temperatures, rules, 'Asia/Shanghai').toISOString();

test('the most perishable line decides: the hour of the city, or so many hours', () => {
  expect(until('2026-03-01T02:00:00.000Z', ['ambient', 'chilled'])).toBe('2026-03-01T14:00:00.000Z');
  expect(until('2026-03-01T02:00:00.000Z', ['ambient'])).toBe('2026-03-03T02:00:00.000Z');
});

test('chilled goods that come late wait for as long as the city says, at least', () => {
  expect(until('2026-03-01T13:40:00.000Z', ['chilled'])).toBe('2026-03-01T14:40:00.000Z');
  const hurried = { ...defaultCityRules, leastPickupMinutes: 5 };
  expect(until('2026-03-01T13:40:00.000Z', ['chilled'], hurried)).toBe('2026-03-01T14:00:00.000Z');
  expect(until('2026-03-01T14:40:00.000Z', ['chilled'], hurried)).toBe('2026-03-01T14:45:00.000Z');
});
