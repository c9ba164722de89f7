import { utcOffsets } from './cityClock';

const now = new Date('2026-11-22T16:00:00.000Z');

test('a zone without summer time has one offset', () => {
  expect(utcOffsets('Asia/Shanghai', now)).toEqual([{ from: '2025-01-01T00:00:00.000Z', minutes: 480 }]);
});

test('summer time begins and ends each year', () => {
  expect(utcOffsets('Europe/Berlin', now)).toEqual([
    { from: '2025-01-01T00:00:00.000Z', minutes: 60 },
    { from: '2025-03-30T01:00:00.000Z', minutes: 120 },
    { from: '2025-10-26T01:00:00.000Z', minutes: 60 },
    { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
    { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
    { from: '2027-03-28T01:00:00.000Z', minutes: 120 },
    { from: '2027-10-31T01:00:00.000Z', minutes: 60 },
  ]);
});

test('a zone of half hours changes at the half hour', () => {
  expect(utcOffsets('Australia/Adelaide', now)[1]).toEqual({
    from: '2025-04-05T16:30:00.000Z',
    minutes: 570,
  });
});

test('west of Greenwich clocks are behind', () => {
  expect(utcOffsets('America/St_Johns', now).slice(0, 2)).toEqual([
    { from: '2025-01-01T00:00:00.000Z', minutes: -210 },
    { from: '2025-03-09T05:30:00.000Z', minutes: -150 },
  ]);
});
