import { OrderId } from '../contracts/ids';
import { derivedId, newId } from './ids';

const at = new Date('2026-03-01T08:00:00.000Z');

test('new ids fit the contract, differ, and sort by age', () => {
  const early = newId('ord', at);
  const late = newId('ord', new Date(at.getTime() + 1));
  expect(OrderId.parse(early)).toBe(early);
  expect(newId('ord', at)).not.toBe(early);
  expect([late, early].sort()).toEqual([early, late]);
});

test('the same parts give the same id, other parts another', () => {
  expect(derivedId('ord', 'acc_1', 'key')).toBe(derivedId('ord', 'acc_1', 'key'));
  expect(derivedId('ord', 'acc_1', 'key')).not.toBe(derivedId('ord', 'acc_1k', 'ey'));
  expect(OrderId.safeParse(derivedId('ord', 'x')).success).toBe(true);
});
