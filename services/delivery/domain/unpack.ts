import { type SkuId } from '#shared/contracts/ids';
import { type PackedCrate } from './crates';

/**
 * What is left of packed crates when no more than `wanted` units of each Sku are to come: the rest is taken out of the last crates
 * first, and a crate without goods is none. Nothing is ever put in, and nothing moves from one crate to another: unpacking
 * twice is the same as once.
 */
export function unpack(
  crates: readonly PackedCrate[],
  wanted: ReadonlyMap<SkuId, number>,
): readonly PackedCrate[] {
  const left = new Map(wanted);
  return crates.flatMap((crate) => {
    const items = crate.items.flatMap((item) => {
      const there = left.get(item.skuId) ?? 0;
      const units = Math.min(item.units, there);
      left.set(item.skuId, there - units);
      return units === 0 ? [] : [{ ...item, units }];
    });
    const units = items.reduce((sum, item) => sum + item.units, 0);
    return units === 0 ? [] : [units === crate.units ? crate : { ...crate, units, items }];
  });
}
