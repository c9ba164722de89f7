import { type Bilingual } from '#shared/contracts/common';
import { type CrateZone } from '#shared/contracts/delivery/stopViews';
import { type Temperature } from '#shared/contracts/internal/catalog';
import { type CrateId, type SkuId, type StopId } from '#shared/contracts/ids';
import { derivedId } from '#shared/kit/ids';

export type LoadItem = {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly temperature: Temperature;
  readonly units: number;
};

/** A crate as packed in the warehouse. */
export type PackedCrate = {
  readonly crateId: CrateId;
  readonly label: string;
  readonly zone: CrateZone;
  readonly units: number;
  readonly items: readonly LoadItem[];
};

const zoneOf = (temperature: Temperature): CrateZone => (temperature === 'ambient' ? 'ambient' : 'cold');
const initial = { ambient: 'A', cold: 'C' } as const;

/**
 * Packs what one stop gets into crates of at most `unitsPerCrate`, cold goods apart from the others. The same load gives the
 * same crates with the same ids, so that packing twice changes nothing.
 */
export function packCrates(
  stopId: StopId,
  load: readonly LoadItem[],
  unitsPerCrate: number,
): readonly PackedCrate[] {
  const sorted = [...load].sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
  return (['cold', 'ambient'] as const).flatMap((zone) => {
    const items = sorted.filter(({ temperature }) => zoneOf(temperature) === zone);
    return fill(items, unitsPerCrate).map((crate, index) => ({
      crateId: derivedId('crt', stopId, zone, String(index)),
      label: `${initial[zone]}${index + 1}`,
      zone,
      units: crate.reduce((sum, { units }) => sum + units, 0),
      items: crate,
    }));
  });
}

function fill(items: readonly LoadItem[], size: number): LoadItem[][] {
  const crates: LoadItem[][] = [];
  let room = 0;
  for (const item of items) {
    for (let left = item.units; left > 0;) {
      if (room === 0) {
        crates.push([]);
        room = size;
      }
      const units = Math.min(left, room);
      crates.at(-1)?.push({ ...item, units });
      left -= units;
      room -= units;
    }
  }
  return crates;
}
