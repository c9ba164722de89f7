import { metresBetween } from './distance';

test('knows how far two places of a city are from each other', () => {
  const here = { lat: 30.272, lng: 120.155 };
  expect(metresBetween(here, here)).toBe(0);
  expect(metresBetween(here, { lat: 30.335, lng: 120.155 })).toBeCloseTo(7005, -2);
  expect(metresBetween(here, { lat: 30.272, lng: 120.228 })).toBeCloseTo(7011, -2);
});
