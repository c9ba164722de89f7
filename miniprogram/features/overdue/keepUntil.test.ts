import { keepChoices } from './keepUntil';

test('offers tonight and tomorrow in the city’s time', () => {
  expect(keepChoices(Date.parse('2026-03-01T10:00:00.000Z'))).toEqual([
    { name: 'untilTonight', until: '2026-03-01T14:00:00.000Z' },
    { name: 'untilNoon', until: '2026-03-02T04:00:00.000Z' },
    { name: 'untilEvening', until: '2026-03-02T12:00:00.000Z' },
  ]);
});

test('leaves out what is over', () => {
  const names = keepChoices(Date.parse('2026-03-01T13:55:00.000Z')).map(({ name }) => name);
  expect(names).toEqual(['untilNoon', 'untilEvening']);
});
