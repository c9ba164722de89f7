import fc from 'fast-check';
import { defaultCityRules } from '#shared/contracts/cityRules';
import { anOffer } from '../../../tests/support/orders/fakeCatalog';
import { lineIdAt } from './place';
import { valueOfUnits } from '#shared/contracts/orders/claimShare';
import { priceCart, upperGrams } from './pricing';

const cart = (...lines: [Parameters<typeof anOffer>[1], number][]) =>
  lines.map(([wish, quantity], at) => ({
    lineId: lineIdAt(at),
    offer: anOffer(`off_${at}`, wish),
    quantity,
  }));

const anyLine = fc.record({
  price: fc.integer({ min: 1, max: 100_000 }),
  soldBy: fc.constantFrom('piece' as const, 'weight' as const),
  nominalGrams: fc.integer({ min: 1, max: 20_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
});
const anyCart = fc
  .array(anyLine, { minLength: 1, maxLength: 20 })
  .map((lines) => cart(...lines.map(({ quantity, ...wish }) => [wish, quantity] as [typeof wish, number])));
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

test('a discount is spread exactly, and no line is charged less than nothing or more than without it', () => {
  fc.assert(
    fc.property(anyCart, fc.integer({ min: 0, max: 50_000_000 }), (lines, discountFen) => {
      const full = priceCart({ lines, fulfilment: 'pickup' }, defaultCityRules);
      const { amounts, lines: priced } = priceCart(
        { lines, fulfilment: 'pickup', discountFen },
        defaultCityRules,
      );
      expect(sum(priced.map(({ price }) => price.discountFen))).toBe(amounts.discountFen);
      expect(amounts.discountFen).toBe(Math.min(discountFen, full.amounts.goodsFen));
      expect(amounts.totalFen).toBe(full.amounts.totalFen - amounts.discountFen);
      priced.forEach(({ price }) => {
        expect(price.estimateFen).toBeGreaterThanOrEqual(0);
        expect(price.chargedFen).toBeGreaterThanOrEqual(price.estimateFen);
      });
    }),
  );
});

test('totals are the sums of their parts, in whole fen', () => {
  fc.assert(
    fc.property(anyCart, fc.constantFrom('pickup' as const, 'door' as const), (lines, fulfilment) => {
      const { amounts, lines: priced } = priceCart({ lines, fulfilment }, defaultCityRules);
      expect(amounts.goodsFen).toBe(sum(priced.map(({ price }) => price.estimateFen)));
      expect(amounts.estimatedTotalFen).toBe(amounts.goodsFen + amounts.deliveryFeeFen);
      expect(amounts.totalFen).toBe(
        sum(priced.map(({ price }) => price.chargedFen)) + amounts.deliveryFeeFen,
      );
      expect(Number.isInteger(amounts.totalFen)).toBe(true);
    }),
  );
});

test('units taken away one by one are worth the same as together, and all of them exactly the line', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 200 }), (fen, units) => {
      const values = Array.from({ length: units + 1 }, (_, kept) => valueOfUnits(fen, kept, units));
      expect([values[0], values[units]]).toEqual([0, fen]);
      values.slice(1).forEach((value, at) => {
        expect(value).toBeGreaterThanOrEqual(values[at]!);
      });
    }),
  );
});

test('the dearest tier is charged', () => {
  const [line] = priceCart(
    { lines: cart([{ price: 1000, tiers: [[5, 900]] }, 3]), fulfilment: 'pickup' },
    defaultCityRules,
  ).lines;
  expect(line?.price).toMatchObject({ unitFen: 1000, chargedFen: 3000, reasons: ['dearest_tier_charged'] });
});

test('weighed goods are expected at their nominal weight and authorised for the upper estimate', () => {
  const [line] = priceCart(
    { lines: cart([{ price: 333, soldBy: 'weight', nominalGrams: 750 }, 2]), fulfilment: 'pickup' },
    defaultCityRules,
  ).lines;
  expect(upperGrams(750, 2, 10)).toBe(1650);
  expect(line?.price).toMatchObject({ estimateFen: 999, chargedFen: 1099 });
});

test.each([
  ['below the threshold', 9_899, 0, 500],
  ['at the threshold', 9_900, 0, 0],
  ['below it after a discount', 9_900, 1, 500],
])('door delivery %s', (_, price, discountFen, fee) => {
  const { amounts } = priceCart(
    { lines: cart([{ price }, 1]), fulfilment: 'door', discountFen },
    defaultCityRules,
  );
  expect(amounts.deliveryFeeFen).toBe(fee);
});

test('a threshold of nothing means that the door always costs', () => {
  const rules = { ...defaultCityRules, freeDeliveryThresholdFen: 0 };
  const { deliveryFee } = priceCart({ lines: cart([{ price: 99_999 }, 9]), fulfilment: 'door' }, rules);
  expect(deliveryFee).toEqual({ fen: 500, reason: 'published_fee' });
});
