import { formatReference } from './reference';

test('is read out in groups of four, without the letters that only programs need', () => {
  expect(formatReference('ord_01k9zc3t8rd2e6')).toBe('01K9 ZC3T 8RD2 E6');
});
