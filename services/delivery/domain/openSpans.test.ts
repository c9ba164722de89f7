import { openFrom, openSpans } from './openSpans';

const hours = (...windows: string[]) => windows.map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }));
const spans = (date: string, zone: string, ...windows: string[]) =>
  openSpans(hours(...windows), date, zone).map(({ from, to }) => `${short(from)} ${short(to)}`);
const short = (instant: Date) => instant.toISOString().slice(5, 16);

test('a day of the city with a break', () => {
  expect(spans('2026-03-02', 'Asia/Shanghai', '16:00-24:00', '08:00-12:00')).toEqual([
    '03-02T00:00 03-02T04:00',
    '03-02T08:00 03-02T16:00',
  ]);
});

test('what reaches over midnight comes in from the day before and goes out to the day after', () => {
  expect(spans('2026-03-02', 'UTC', '20:00-02:00')).toEqual([
    '03-02T00:00 03-02T02:00',
    '03-02T20:00 03-03T02:00',
  ]);
  expect(spans('2026-03-01', 'UTC', '10:00-14:00', '22:00-00:30')).toEqual([
    '03-01T00:00 03-01T00:30',
    '03-01T10:00 03-01T14:00',
    '03-01T22:00 03-02T00:30',
  ]);
});

test('windows that touch are one, also at midnight', () => {
  expect(spans('2026-03-02', 'UTC', '08:00-12:00', '12:00-18:00')).toEqual(['03-02T08:00 03-02T18:00']);
  expect(spans('2026-03-02', 'UTC', '20:00-02:00', '02:00-06:00')).toEqual([
    '03-02T00:00 03-02T06:00',
    '03-02T20:00 03-03T02:00',
  ]);
  expect(spans('2026-03-02', 'UTC', '20:00-24:00', '00:00-06:00')).toEqual([
    '03-02T00:00 03-02T06:00',
    '03-02T20:00 03-03T00:00',
  ]);
  expect(spans('2026-03-02', 'UTC', '18:00-00:00')).toEqual(['03-02T18:00 03-03T00:00']);
});

test('a night in which the clock is put on or back is shorter or longer', () => {
  // 28 to 29 March: 22:00 CET to 06:00 CEST; the clock skips 02:00 to 03:00.
  expect(spans('2026-03-29', 'Europe/Berlin', '22:00-06:00')).toEqual([
    '03-28T23:00 03-29T04:00',
    '03-29T20:00 03-30T04:00',
  ]);
  expect(spans('2026-10-25', 'Europe/Berlin', '22:00-06:00')).toEqual([
    '10-24T22:00 10-25T05:00',
    '10-25T21:00 10-26T05:00',
  ]);
  // It opens when the clock shows 02:30, which it never does: an hour later it has closed.
  expect(spans('2026-03-29', 'Europe/Berlin', '02:30-03:00', '09:00-10:00')).toEqual([
    '03-29T07:00 03-29T08:00',
  ]);
});

test('who comes too early waits for the next opening; after the last closing nobody opens', () => {
  const day = openSpans(hours('08:00-12:00', '16:00-20:00'), '2026-03-02', 'UTC');
  const at = (time: string) =>
    openFrom(day, new Date(`2026-03-02T${time}:00.000Z`))
      .toISOString()
      .slice(11, 16);
  expect(['07:00', '08:00', '12:00', '12:01', '16:00', '20:01'].map(at)).toEqual([
    ...['08:00', '08:00', '12:00', '16:00', '16:00', '20:01'],
  ]);
  const noon = new Date('2026-03-02T12:00:00.000Z');
  expect(openFrom([], noon)).toBe(noon);
});
