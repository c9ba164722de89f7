import { berlin, hangzhou } from '@/testing/clocks';
import type * as CityClock from './cityClock';
import { storage } from './storage';

const summer = Date.parse('2026-07-01T12:00:00.000Z');
const hourMs = 3_600_000;

/** The clock as a newly started app finds it. */
const started = () => {
  let clock!: typeof CityClock;
  jest.isolateModules(() => {
    clock = jest.requireActual('./cityClock');
  });
  return clock;
};
const hoursAhead = (clock: typeof CityClock) => clock.cityOffsetMs(summer) / hourMs;

beforeEach(() => storage.remove('lintuan:city-clock:1'));

test('the phone’s own clock counts until a city is known, then the city’s, also after a restart', () => {
  const clock = started();
  expect(clock.cityOffsetMs(summer)).toBe(-new Date(summer).getTimezoneOffset() * 60_000);
  clock.setOwnClock(berlin);
  expect([hoursAhead(clock), hoursAhead(started())]).toEqual([2, 2]);
});

test('what lies before the first offset is told by it', () => {
  const clock = started();
  clock.setOwnClock(berlin);
  expect(clock.cityOffsetMs(Date.parse('2020-07-01T12:00:00.000Z'))).toBe(hourMs);
});

test('a visited city counts as long as it is visited', () => {
  const clock = started();
  clock.setOwnClock(berlin);
  const leave = clock.visitClock(hangzhou, () => undefined);
  clock.setOwnClock(berlin);
  expect(hoursAhead(clock)).toBe(8);
  leave();
  expect(hoursAhead(clock)).toBe(2);
});

test('leaving late does not end the next visit', () => {
  const clock = started();
  const leave = clock.visitClock(berlin, () => undefined);
  clock.visitClock(hangzhou, () => undefined);
  leave();
  expect(hoursAhead(clock)).toBe(8);
});
