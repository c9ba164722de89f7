import { arrivalDoubt } from './arrival';

const point = { lng: 120.15, lat: 30.28 };
/** 0.01 degrees of latitude: 1,112 metres. */
const away = { lng: 120.15, lat: 30.29 };
const at = new Date('2026-03-02T02:00:00.000Z');
const before = (seconds: number) => new Date(at.getTime() - seconds * 1000);
const confirmed = { reason: 'met_elsewhere' } as const;

test('who stands at the point has arrived without a doubt', () => {
  expect(arrivalDoubt({ at, position: point }, point, 500)).toBeUndefined();
  expect(arrivalDoubt({ at, position: away }, point, 1_112)).toBeUndefined();
  expect(arrivalDoubt({ at, position: point, confirmed }, point, 500)).toBeUndefined();
});

test('who is far is asked, told how far, and may say why', () => {
  expect(() => arrivalDoubt({ at, position: away }, point, 500)).toThrow(
    expect.objectContaining({ code: 'ARRIVAL_FAR', details: { metres: 1_112, allowedMetres: 500 } }) as Error,
  );
  expect(() => arrivalDoubt({ at, position: away }, point, 1_111)).toThrow();
  expect(arrivalDoubt({ at, position: away, confirmed }, point, 500)).toEqual({
    ...{ kind: 'far', metres: 1_112, reason: 'met_elsewhere' },
  });
  const inWords = { reason: 'other', note: '修路' } as const;
  expect(arrivalDoubt({ at, position: away, confirmed: inWords }, point, 500)).toEqual({
    ...{ kind: 'far', metres: 1_112, reason: 'other', note: '修路' },
  });
});

test.each([
  ['no position', {}],
  ['one of more than two minutes ago', { position: away, positionAt: before(121) }],
  ['one of the future', { position: away, positionAt: before(-121) }],
  ['a near one of long ago', { position: point, positionAt: before(3_600) }],
  ['a reason without a position', { confirmed }],
])('%s is no place: the arrival counts and says so', (_, report) => {
  expect(arrivalDoubt({ at, ...report }, point, 500)).toEqual({ kind: 'unplaced' });
});

test('a position of two minutes ago still counts', () => {
  const report = { at, position: away, positionAt: before(120) };
  expect(() => arrivalDoubt(report, point, 500)).toThrow();
});
