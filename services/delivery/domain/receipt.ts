import { type Bilingual } from '#shared/contracts/common';
import { type Holder } from '#shared/contracts/delivery/stopViews';
import { type CrateId, type PhotoId, type SkuId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type PackedCrate } from './crates';
import { type HandedOverStop } from './route';

/** One Sku of one crate of which another number came than was packed. */
export type Difference = {
  readonly crateId: CrateId;
  readonly skuId: SkuId;
  readonly received: number;
  readonly heldBy: Holder;
  readonly note?: string | undefined;
  readonly photoId?: PhotoId | undefined;
};

export type CountedDifference = Difference & { readonly title: Bilingual; readonly expected: number };
export type Received = { readonly skuId: SkuId; readonly expected: number; readonly units: number };

/**
 * What the leader counted against what was packed. Nobody can receive a crate that stayed in the warehouse: it counts as
 * missing there, without the leader having to say so.
 * @throws {Refused} CRATE_UNKNOWN, COUNT_IMPLAUSIBLE, PHOTO_REQUIRED
 */
export function countReceipt(
  stop: HandedOverStop,
  packed: readonly PackedCrate[],
  stated: readonly Difference[],
): { readonly received: readonly Received[]; readonly differences: readonly CountedDifference[] } {
  for (const { crateId, skuId } of stated)
    if (!itemOf(packed, crateId, skuId)) throw new Refused('CRATE_UNKNOWN');
  if (new Set(stated.map(({ crateId, skuId }) => `${crateId} ${skuId}`)).size < stated.length)
    throw new Refused('COUNT_IMPLAUSIBLE', 'A Sku of a crate is named twice');
  const absent = new Set(
    stop.crates.filter(({ missing }) => missing !== undefined).map(({ crateId }) => crateId),
  );
  const differences = packed.flatMap((crate) =>
    crate.items.flatMap((item): CountedDifference[] => {
      const said = stated.find(({ crateId, skuId }) => crateId === crate.crateId && skuId === item.skuId);
      const counted = said ?? (absent.has(crate.crateId) ? leftBehind(crate.crateId, item.skuId) : undefined);
      if (!counted || counted.received === item.units) return [];
      if (!isPlausible(counted.received, item.units)) throw new Refused('COUNT_IMPLAUSIBLE');
      if (!absent.has(crate.crateId) && counted.photoId === undefined) throw new Refused('PHOTO_REQUIRED');
      return [{ ...counted, title: item.title, expected: item.units }];
    }),
  );
  return { received: totals(packed, differences), differences };
}

/** More can come than was packed, by mistake, but not any number. */
export const isPlausible = (counted: number, packed: number): boolean => counted <= packed * 2 + 20;

const leftBehind = (crateId: CrateId, skuId: SkuId): Difference => ({
  crateId,
  skuId,
  received: 0,
  heldBy: 'facility',
});

const itemOf = (packed: readonly PackedCrate[], crateId: CrateId, skuId: SkuId) =>
  packed.find((crate) => crate.crateId === crateId)?.items.find((item) => item.skuId === skuId);

function totals(packed: readonly PackedCrate[], differences: readonly CountedDifference[]): Received[] {
  const bySku = new Map<SkuId, { expected: number; units: number }>();
  for (const { items } of packed)
    for (const { skuId, units } of items) {
      const sum = bySku.get(skuId) ?? { expected: 0, units: 0 };
      bySku.set(skuId, { expected: sum.expected + units, units: sum.units + units });
    }
  for (const { skuId, expected, received } of differences) {
    const sum = bySku.get(skuId);
    if (sum) sum.units += received - expected;
  }
  return [...bySku].map(([skuId, sum]) => ({ skuId, ...sum }));
}
