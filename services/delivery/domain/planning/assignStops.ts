import { type Position } from '#shared/contracts/common';
import { metresBetween } from '../geo';

export type Carrier = { readonly crates: number; readonly coldCapable: boolean };
export type Parcel = { readonly position: Position; readonly crates: number; readonly cold: boolean };

/** For each carrier the numbers of its parcels. */
export type Assignment = readonly (readonly number[])[];

/**
 * Spreads parcels over carriers: cold ones first, over those that can cool; each carrier gets neighbours (a sector as seen from
 * `start`) in proportion to its room.
 * @returns undefined when no way was found to carry everything.
 */
export function assignStops(
  start: Position,
  parcels: readonly Parcel[],
  carriers: readonly Carrier[],
): Assignment | undefined {
  const state = carriers.map((carrier) => ({ ...carrier, room: carrier.crates, taken: [] as number[] }));
  const bySector = parcels
    .map((parcel, index) => ({ parcel, index, angle: angleFrom(start, parcel.position) }))
    .sort((a, b) => a.angle - b.angle || a.index - b.index);
  for (const cold of [true, false]) {
    const wave = bySector.filter(({ parcel }) => parcel.cold === cold);
    const able = state.filter(({ coldCapable }) => coldCapable || !cold);
    const left = fillSectors(wave, able);
    if (!left.every((one) => squeezeIn(one, able, parcels))) return repack(parcels, carriers);
  }
  return state.map(({ taken }) => taken);
}

type Loading = Carrier & { room: number; taken: number[] };
type Placed = { readonly parcel: Parcel; readonly index: number };

/** Goes round once; gives each carrier a share in proportion to its room, and answers what did not fit. */
function fillSectors(wave: readonly Placed[], carriers: readonly Loading[]): readonly Placed[] {
  const total = wave.reduce((sum, { parcel }) => sum + parcel.crates, 0);
  const room = carriers.reduce((sum, carrier) => sum + carrier.room, 0);
  const shares = carriers.map((carrier) => (room === 0 ? 0 : (total * carrier.room) / room));
  const left: Placed[] = [];
  let at = 0;
  let filled = 0;
  for (const one of wave) {
    // The parcel on the border goes to the side that has more than half of it.
    while (at < carriers.length && filled + one.parcel.crates / 2 > (shares[at] ?? 0)) {
      filled -= shares[at] ?? 0;
      at += 1;
    }
    const carrier = carriers[Math.min(at, carriers.length - 1)];
    if (carrier && one.parcel.crates <= carrier.room) take(carrier, one);
    else left.push(one);
    filled += one.parcel.crates;
  }
  return left;
}

function take(carrier: Loading, { parcel, index }: Placed): void {
  carrier.room -= parcel.crates;
  carrier.taken.push(index);
}

/** To the carrier with room whose parcels are nearest. */
function squeezeIn(one: Placed, carriers: readonly Loading[], parcels: readonly Parcel[]): boolean {
  const nearness = (carrier: Loading) =>
    Math.min(
      ...carrier.taken.map((index) => {
        const other = parcels[index];
        return other ? metresBetween(other.position, one.parcel.position) : Infinity;
      }),
      1e8,
    );
  const [best] = carriers
    .filter(({ room }) => room >= one.parcel.crates)
    .map((carrier) => ({ carrier, metres: nearness(carrier) }))
    .sort((a, b) => a.metres - b.metres);
  if (!best) return false;
  take(best.carrier, one);
  return true;
}

/** The last resort when room is short: cold before ambient, big before small, each where it leaves least room. */
function repack(parcels: readonly Parcel[], carriers: readonly Carrier[]): Assignment | undefined {
  const state = carriers.map((carrier) => ({ ...carrier, room: carrier.crates, taken: [] as number[] }));
  const order = parcels
    .map((parcel, index) => ({ parcel, index }))
    .sort(
      (a, b) =>
        Number(b.parcel.cold) - Number(a.parcel.cold) ||
        b.parcel.crates - a.parcel.crates ||
        a.index - b.index,
    );
  for (const one of order) {
    const [tightest] = state
      .filter(({ room, coldCapable }) => room >= one.parcel.crates && (coldCapable || !one.parcel.cold))
      // What cannot cool keeps nothing free for cold goods: fill it first with the others.
      .sort((a, b) => Number(a.coldCapable) - Number(b.coldCapable) || a.room - b.room);
    if (!tightest) return undefined;
    take(tightest, one);
  }
  return state.map(({ taken }) => taken);
}

const angleFrom = (start: Position, { lng, lat }: Position): number =>
  Math.atan2(lat - start.lat, (lng - start.lng) * Math.cos((start.lat * Math.PI) / 180));
