import { toGcj02 } from './gcj02';

test('moves a position in Shanghai as Chinese maps do', () => {
  // Published pair for the Oriental Pearl Tower's surroundings, to about a metre.
  const { lat, lng } = toGcj02({ lat: 31.1774276, lng: 121.5272106 });
  expect(lat).toBeCloseTo(31.17530398, 5);
  expect(lng).toBeCloseTo(121.53154153, 5);
});
