import { setOwnClock } from '@/platform/cityClock';
import { hangzhou } from '@/testing/clocks';
import { firstDeparture } from './firstDeparture';

const couriers = [{ shift: { from: '08:00' } }, { shift: { from: '06:30' } }];
const at = (instant: string) => Date.parse(instant);

beforeEach(() => setOwnClock(hangzhou));

test('couriers leave when the earliest shift of the pickup day begins', () => {
  expect(firstDeparture('2026-03-02', couriers, at('2026-03-01T15:10:00.000Z'))).toBe(
    at('2026-03-01T22:30:00.000Z'),
  );
});

test('what is planned late leaves at the next five minutes', () => {
  expect(firstDeparture('2026-03-02', couriers, at('2026-03-02T01:01:00.000Z'))).toBe(
    at('2026-03-02T01:05:00.000Z'),
  );
});
