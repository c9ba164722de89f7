import fc from 'fast-check';
import { type SkuId } from '#shared/contracts/ids';
import { anId } from '../../../tests/support/anId';
import { type LoadItem, packCrates } from './crates';
import { unpack } from './unpack';

const skus: readonly SkuId[] = [anId('sku_greens'), anId('sku_milk'), anId('sku_eggs')];
const title = { zh: '一', en: 'one' };
const load = (units: readonly number[]): LoadItem[] =>
  units.flatMap((count, at) => {
    const temperature = at === 1 ? ('chilled' as const) : ('ambient' as const);
    return count === 0 ? [] : [{ skuId: skus[at]!, title, temperature, units: count }];
  });
const counts = fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 3, maxLength: 3 });

test('what is dropped leaves, what comes stays in its crate, and twice is the same as once', () => {
  fc.assert(
    fc.property(counts, counts, (packed, wished) => {
      const crates = packCrates(anId('stp_1'), load(packed), 30);
      const wanted = new Map(wished.map((units, at) => [skus[at]!, units]));
      const left = unpack(crates, wanted);
      const held = (some: typeof crates, at: number) =>
        some
          .flatMap(({ items }) => items)
          .filter(({ skuId }) => skuId === skus[at])
          .reduce((sum, { units }) => sum + units, 0);
      for (const at of [0, 1, 2]) expect(held(left, at)).toBe(Math.min(packed[at]!, wished[at]!));
      for (const crate of left) {
        expect(crate.units).toBe(crate.items.reduce((sum, { units }) => sum + units, 0));
        expect(crate.units).toBeGreaterThan(0);
        const before = crates.find(({ crateId }) => crateId === crate.crateId)!;
        for (const item of crate.items)
          expect(before.items.find(({ skuId }) => skuId === item.skuId)!.units).toBeGreaterThanOrEqual(
            item.units,
          );
      }
      expect(unpack(left, wanted)).toEqual(left);
    }),
  );
});
