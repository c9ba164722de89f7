import { maxCelsiusOf, mustDecide } from './warmCrates';

const limits = { chilledMaxCelsius: 8, frozenMaxCelsius: -12 };
const chilled = { temperature: 'chilled' as const };
const frozen = { temperature: 'frozen' as const };

test.each([
  ['chilled goods', 'cold', [chilled], 8],
  ['frozen goods alone', 'cold', [frozen, frozen], -12],
  ['both together', 'cold', [frozen, chilled], 8],
  ['goods that are not known', 'cold', [], 8],
  ['ambient goods', 'ambient', [{ temperature: 'ambient' as const }], undefined],
] as const)('the limit of %s', (_name, zone, items, limit) => {
  expect(maxCelsiusOf({ zone }, items, limits)).toBe(limit);
});

test('at the limit nobody decides; above it somebody does, and again when it has become warmer since', () => {
  const at = new Date(0);
  const warm = { celsius: 11, at };
  const decided = (kind: 'accept' | 'send_back') => ({
    ...warm,
    decision: { kind, reason: '…', at, by: 'acc_1' as never },
  });
  expect(mustDecide(undefined, 8, 8)).toBe(false);
  expect(mustDecide(undefined, 8.1, 8)).toBe(true);
  expect(mustDecide(warm, 11, 8)).toBe(true);
  expect(mustDecide(decided('accept'), 11, 8)).toBe(false);
  expect(mustDecide(decided('accept'), 10, 8)).toBe(false);
  expect(mustDecide(decided('accept'), 11.5, 8)).toBe(true);
  expect(mustDecide(decided('send_back'), 11, 8)).toBe(true);
});
