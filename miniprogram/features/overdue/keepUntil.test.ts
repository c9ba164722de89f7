import { setOwnClock } from '@/platform/cityClock';
import { berlin, hangzhou } from '@/testing/clocks';
import { keepChoices } from './keepUntil';

const untils = (now: string, hour?: number) => keepChoices(Date.parse(now), hour).map(({ until }) => until);

beforeEach(() => setOwnClock(hangzhou));

test('offers the hour of chilled goods today, and tomorrow, in the city’s time', () => {
  expect(keepChoices(Date.parse('2026-03-01T10:00:00.000Z'), 21)).toEqual([
    { day: 'today', time: '21:00', until: '2026-03-01T13:00:00.000Z' },
    { day: 'tomorrow', time: '12:00', until: '2026-03-02T04:00:00.000Z' },
    { day: 'tomorrow', time: '20:00', until: '2026-03-02T12:00:00.000Z' },
  ]);
});

test('leaves out what is over, or not known', () => {
  const tomorrow = ['2026-03-02T04:00:00.000Z', '2026-03-02T12:00:00.000Z'];
  expect(untils('2026-03-01T13:55:00.000Z', 22)).toEqual(tomorrow);
  expect(untils('2026-03-01T10:00:00.000Z')).toEqual(tomorrow);
});

test('tomorrow is the next day, however long today is', () => {
  setOwnClock(berlin);
  expect(untils('2026-10-24T22:30:00.000Z', 22)).toEqual([
    '2026-10-25T21:00:00.000Z',
    '2026-10-26T11:00:00.000Z',
    '2026-10-26T19:00:00.000Z',
  ]);
});
