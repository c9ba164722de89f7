import { checkPoint, factsOf, newPoint, positionOf } from './draft';

const typed = { ...newPoint, nameZh: '一', nameEn: 'One', address: '街', lng: '120.15', lat: '30.28' };
const faultsOf = (draft: typeof typed) =>
  Object.entries(checkPoint(draft)).flatMap(([name, fault]) => (fault === undefined ? [] : [name]));

test('what is typed rightly becomes what the contract wants', () => {
  expect(faultsOf(typed)).toEqual([]);
  expect(factsOf(typed)).toMatchObject({ position: { lng: 120.15, lat: 30.28 }, capacityPerDay: 100 });
});

test('a place is somewhere on the earth', () => {
  expect(positionOf({ lng: '', lat: '30' })).toBeUndefined();
  expect(positionOf({ lng: '181', lat: '30' })).toBeUndefined();
  expect(faultsOf({ ...typed, lat: 'north' })).toEqual(['lat']);
});

test('hours may go over midnight; they are not empty and do not overlap', () => {
  const night = { from: '20:00', to: '02:00' };
  expect(faultsOf({ ...typed, hours: [night] })).toEqual([]);
  expect(faultsOf({ ...typed, hours: [{ from: '08:00', to: '12:00' }, night] })).toEqual([]);
  expect(faultsOf({ ...typed, hours: [{ from: '08:00', to: '08:00' }] })).toEqual(['hours']);
  expect(faultsOf({ ...typed, hours: [night, { from: '01:00', to: '05:00' }] })).toEqual(['hours']);
});
