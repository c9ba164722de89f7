import { type GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { bucketOf, pastBuckets } from '../domain/pointDay';

const keptDays = 14;
const maxAhead = 32;
/** Per place that is taken ahead, so many must stay free. */
const headroom = 16;

/** One place for an order that is placed at `at`. */
export type Place = {
  readonly pickupPointId: PickupPointId;
  readonly pickupDate: string;
  readonly groupOrderId: GroupOrderId;
  /** Orders that the point takes on a day. */
  readonly capacity: number;
  /** The order's `placedAt`. */
  readonly at: Date;
};

export type Group = readonly [Place, ...Place[]];

export const idOf = ({ pickupPointId, pickupDate }: Place): string => `${pickupPointId}|${pickupDate}`;

export const capacityOf = (group: Group): number => Math.min(...group.map(({ capacity }) => capacity));

/** What places that are taken ahead have in common with the orders that may have them: any change of it, and they are not used. */
export const leaseOf = (place: Place): string =>
  [idOf(place), bucketOf(place.at), place.groupOrderId, place.capacity].join('|');

/** Places to take ahead while a point is far from full: so few that nobody misses those that are not used. */
export const aheadFor = (group: Group): number =>
  Math.min(maxAhead, Math.floor(capacityOf(group) / (2 * headroom)));

/** Places at one point, on one day, taken in one half minute. */
export function together(places: readonly Place[]): Group[] {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const key = `${idOf(place)}|${bucketOf(place.at)}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

/**
 * One guarded write that takes a place for each of a group.
 * @param ahead places taken besides, for orders to come; there must be `headroom` times as many left.
 */
export function takeOf(group: Group, ahead = 0) {
  const [place] = group;
  const count = group.length + ahead;
  const dropAt = new Date(Date.parse(place.pickupDate) + keptDays * 86_400_000);
  return {
    filter: { _id: idOf(place), taken: { $lte: capacityOf(group) - count - headroom * ahead } },
    update: {
      $inc: { taken: count, version: 1, [`since.${bucketOf(place.at)}`]: count },
      $unset: Object.fromEntries(pastBuckets(place.at).map((bucket) => [`since.${bucket}`, '' as const])),
      $addToSet: { groupOrders: { $each: [...new Set(group.map(({ groupOrderId }) => groupOrderId))] } },
      $setOnInsert: { dropAt },
    },
  };
}

/** One guarded write that takes back what a group took. */
export function givingBackOf(group: Group) {
  const [place] = group;
  const count = group.length;
  const bucket = `since.${bucketOf(place.at)}`;
  return {
    filter: { _id: idOf(place), [bucket]: { $gte: count } },
    update: { $inc: { taken: -count, version: 1, [bucket]: -count } },
  };
}
