import { LRUCache } from 'lru-cache';
import { type Connection, mongo } from 'mongoose';
import { type GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { gather, type Gather } from '#shared/kit/batch/gather';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import {
  bucketOf,
  countedAsTakenFrom,
  pastBuckets,
  endedStatuses,
  placeHolding,
  placesTaken,
  takenFrom,
  type TakenSince,
} from '../domain/pointDay';
import { type OrderCollection } from './orderModel';

/** A pickup point on one day: how many of its places are taken. */
type PointDay = {
  _id: string;
  /** Never less than the orders that live: it is counted up before an order is kept. */
  taken: number;
  since: TakenSince;
  /** Whose orders are collected there on that day. */
  groupOrders: GroupOrderId[];
  /** Rises with every write. */
  version: number;
  dropAt: Date;
};

const PointDayModel = defineModel<PointDay>({
  name: 'PointDay',
  collection: 'point_days',
  fields: {
    _id: { type: String, required: true },
    taken: { type: Number, required: true },
    since: { type: Object, required: true },
    groupOrders: { type: [String], required: true },
    version: { type: Number, required: true },
    dropAt: { type: Date, required: true },
  },
  indexes: [[{ dropAt: 1 }, { expireAfterSeconds: 0 }]],
});

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

const maxTries = 5;
const keptDays = 14;
const fullForMs = 1_000;

/**
 * The places of pickup points, counted beside the orders that take them: up before an order is kept, in one guarded write for all that
 * come together, and not down when it ends. Only when a point seems full it is counted anew from its orders; so an order that
 * ended, and a process that died before it kept one, free their place without anybody having to remember it.
 */
export class PointDays {
  readonly #days: mongo.Collection<PointDay>;
  readonly #orders: OrderCollection;
  readonly #now: () => Date;
  readonly #taking: Gather<Place, boolean>;
  readonly #full = new LRUCache<string, { capacity: number; until: number }>({ max: 5_000 });

  constructor(connection: Connection, orders: OrderCollection, now: () => Date) {
    this.#days = nativeOn(connection, PointDayModel);
    this.#orders = orders;
    this.#now = now;
    this.#taking = gather({
      name: 'take places at pickup points',
      maxBatch: 200,
      maxInFlight: 2,
      maxWaiting: 5_000,
      run: (places) => this.#takeAll(places),
    });
  }

  /** Whether the point was found full just now. */
  isFull(place: Place): boolean {
    const full = this.#full.get(idOf(place));
    return full?.capacity === place.capacity && this.#now().getTime() < full.until;
  }

  /** Takes a place; false when the point is full on that day. */
  take(place: Place): Promise<boolean> {
    return this.#taking.add(place);
  }

  /** Frees a place whose order was refused, or had one already. One that is counted no more stays so. */
  async giveBack(place: Place): Promise<void> {
    await this.#days.updateOne(
      { _id: idOf(place), [`since.${bucketOf(place.at)}`]: { $gt: 0 } },
      { $inc: { taken: -1, version: 1, [`since.${bucketOf(place.at)}`]: -1 } },
    );
    this.#full.delete(idOf(place));
  }

  close(): Promise<void> {
    return this.#taking.close();
  }

  async #takeAll(places: readonly Place[]): Promise<PromiseSettledResult<boolean>[]> {
    const groups = together(places);
    const refused = await this.#takeTogether(groups);
    const taken = new Map<Place, PromiseSettledResult<boolean>>();
    for (const place of [...refused].flat()) {
      const [outcome] = await Promise.allSettled([this.#takeOne(place)]);
      taken.set(place, outcome);
    }
    return places.map((place) => taken.get(place) ?? { status: 'fulfilled', value: true });
  }

  /** All groups in one command; answers those that did not get all they asked for: they got nothing. */
  async #takeTogether(groups: readonly Group[]): Promise<Set<Group>> {
    const possible = groups.filter((group) => group.length <= capacityOf(group));
    const refused = new Set(groups.filter((group) => !possible.includes(group)));
    if (possible.length === 0) return refused;
    try {
      const updates = possible.map((group) => ({ updateOne: { ...takeOf(group), upsert: true } }));
      await this.#days.bulkWrite(updates, { ordered: false });
      return refused;
    } catch (error) {
      if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
      const failures = [error.writeErrors].flat();
      if (failures.length === 0 || !failures.every(isDuplicateKey)) throw error;
      return new Set([...refused, ...possible.filter((_, at) => failures.some(({ index }) => index === at))]);
    }
  }

  async #takeOne(place: Place): Promise<boolean> {
    const { filter, update } = takeOf([place]);
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (await guardedUpsert(() => this.#days.updateOne(filter, update, { upsert: true }))) return true;
      if ((await this.#countAnew(place)) >= place.capacity) {
        const until = this.#now().getTime() + fullForMs;
        this.#full.set(idOf(place), { capacity: place.capacity, until });
        return false;
      }
    }
    return false;
  }

  /** Counts a day's places from its orders; whoever takes one meanwhile wins, and the count is as it was. */
  async #countAnew(place: Place): Promise<number> {
    const day = await this.#days.findOne({ _id: idOf(place) });
    if (!day) return 0;
    const from = countedAsTakenFrom(this.#now());
    const since = takenFrom(day.since, from);
    const groupOrderId = { $in: day.groupOrders };
    const [oldLiving, recentEnded] = await Promise.all([
      this.#orders.countDocuments({ groupOrderId, status: { $in: placeHolding }, placedAt: { $lt: from } }),
      this.#orders.countDocuments({
        groupOrderId,
        status: { $in: [...endedStatuses] },
        placedAt: { $gte: from },
      }),
    ]);
    const taken = placesTaken({ since, oldLiving, recentEnded });
    if (taken === day.taken) return taken;
    await this.#days.updateOne(
      { _id: day._id, version: day.version },
      { $set: { taken, since }, $inc: { version: 1 } },
    );
    return taken;
  }
}

type Group = readonly [Place, ...Place[]];

const idOf = ({ pickupPointId, pickupDate }: Place): string => `${pickupPointId}|${pickupDate}`;

const capacityOf = (group: Group): number => Math.min(...group.map(({ capacity }) => capacity));

/** Places at one point, on one day, taken in one half minute. */
function together(places: readonly Place[]): Group[] {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const key = `${idOf(place)}|${bucketOf(place.at)}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

/** One guarded write that takes a place for each of a group. */
function takeOf(group: Group) {
  const [place] = group;
  const count = group.length;
  const dropAt = new Date(Date.parse(place.pickupDate) + keptDays * 86_400_000);
  return {
    filter: { _id: idOf(place), taken: { $lte: capacityOf(group) - count } },
    update: {
      $inc: { taken: count, version: 1, [`since.${bucketOf(place.at)}`]: count },
      $unset: Object.fromEntries(pastBuckets(place.at).map((bucket) => [`since.${bucket}`, '' as const])),
      $addToSet: { groupOrders: { $each: [...new Set(group.map(({ groupOrderId }) => groupOrderId))] } },
      $setOnInsert: { dropAt },
    },
  };
}
