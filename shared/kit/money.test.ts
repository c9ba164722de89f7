import fc from 'fast-check';
import { basisPointsOf, divideRounded, priceOfWeight, spread } from './money';

const fen = fc.integer({ min: 0, max: 100_000_000 });

test('halves are rounded away from zero', () => {
  expect([divideRounded(5, 2), divideRounded(-5, 2), divideRounded(4, 3), divideRounded(-4, 3)]).toEqual([
    3, -3, 1, -1,
  ]);
});

test('a weight costs its share of the price per 500 g', () => {
  expect([priceOfWeight(1_980, 500), priceOfWeight(1_980, 750), priceOfWeight(999, 333)]).toEqual([
    1_980, 2_970, 665,
  ]);
});

test('basis points are hundredths of a percent', () => {
  expect(basisPointsOf(2_600, 1_000)).toBe(260);
});

test('rounding is never off by more than a half', () => {
  fc.assert(
    fc.property(fen, fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
      expect(
        Math.abs(2 * (divideRounded(numerator, denominator) * denominator - numerator)),
      ).toBeLessThanOrEqual(denominator);
    }),
  );
});

test('what is spread sums exactly to what there was, and nobody gets more than a fen too much', () => {
  fc.assert(
    fc.property(
      fen,
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 }),
      (total, weights) => {
        const shares = spread(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        if (sum > 0)
          shares.forEach((share, index) => {
            expect(Math.abs(share - (total * (weights[index] ?? 0)) / sum)).toBeLessThan(1);
          });
      },
    ),
  );
});
