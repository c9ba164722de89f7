import fc from 'fast-check';
import { taxIncluded, taxReturned } from './tax';

test.each([
  [10_900, 900, 900],
  [500, 600, 28],
  [1, 900, 0],
  [12, 900, 0],
  [13, 900, 1],
  [990, 0, 0],
])('%i fen with %i basis points of tax include %i', (gross, basisPoints, tax) => {
  expect(taxIncluded(gross, basisPoints)).toBe(tax);
});

test('refunds give back the whole tax of a line, however they divide it', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 5_000 }), (refunds, basisPoints) => {
      const taken = refunds.reduce((sum, part) => sum + part, 0);
      let kept = taken;
      let returned = 0;
      for (const refund of refunds) {
        returned += taxReturned(kept, refund, basisPoints);
        kept -= refund;
      }
      expect(returned).toBe(taxIncluded(taken, basisPoints));
    }),
  );
});
