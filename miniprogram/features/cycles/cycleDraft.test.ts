import { type Cycle } from '#shared/contracts/catalog/cycles';
import { useLanguageStore } from '@/i18n/language';
import { setOwnClock } from '@/platform/cityClock';
import { hangzhou } from '@/testing/clocks';
import { checkCycle, cycleDraft, nextCycleDraft, windowOf } from './cycleDraft';

setOwnClock(hangzhou);
const cycle = {
  version: 3,
  opensAt: '2026-03-01T15:00:00.000Z',
  cutoffAt: '2026-03-02T15:00:00.000Z',
  pickupDate: '2026-03-03',
} as Cycle;
const draft = cycleDraft(cycle);
const longBefore = Date.parse('2026-02-01T00:00:00.000Z');
const faults = (part: object, now = longBefore) =>
  Object.entries(checkCycle({ ...draft, ...part }, now))
    .filter(([, fault]) => fault !== undefined)
    .map(([name]) => name);

beforeEach(() => useLanguageStore.setState({ language: 'en' }));

test('times are those of the city, there and back', () => {
  expect(draft).toMatchObject({ opensDate: '2026-03-01', opensTime: '23:00', cutoffDate: '2026-03-02' });
  expect(windowOf(draft)).toEqual({
    opensAt: cycle.opensAt,
    cutoffAt: cycle.cutoffAt,
    pickupDate: cycle.pickupDate,
  });
});

test('faults are told beside the field', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ cutoffDate: '2026-03-01', cutoffTime: '22:00' })).toEqual(['cutoffTime']);
  expect(faults({ cutoffDate: '2026-02-28' })).toEqual(['cutoffDate']);
  expect(faults({ pickupDate: '2026-03-01' })).toEqual(['pickupDate']);
  expect(faults({ opensDate: '' })).toContain('opensDate');
  expect(faults({}, Date.parse('2026-03-05T00:00:00.000Z'))).toEqual(['cutoffTime']);
});

test('a new one follows the latest and lasts until the same time of the next day', () => {
  expect(nextCycleDraft(cycle, longBefore)).toMatchObject({
    opensDate: '2026-03-02',
    opensTime: '23:00',
    cutoffDate: '2026-03-03',
    cutoffTime: '23:00',
    pickupDate: '2026-03-04',
  });
});

test('a new one begins now when the latest is over', () => {
  const now = Date.parse('2026-03-09T02:00:00.000Z');
  const next = nextCycleDraft(cycle, now);
  expect(next).toMatchObject({ opensDate: '2026-03-09', opensTime: '10:00', cutoffDate: '2026-03-09' });
  expect(checkCycle(next, now)).toMatchObject({ cutoffTime: undefined, pickupDate: undefined });
});
