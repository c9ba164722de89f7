import { type RouteStatus } from '#shared/contracts/realtime';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CycleId,
  type PickupPointId,
  RouteId,
  type StopId,
} from '#shared/contracts/ids';
import { CityDate } from '#shared/contracts/common';
import { Refused } from '#shared/kit/domainError';
import { gather } from '#shared/kit/batch/gather';
import { gatheredReads } from '#shared/kit/mongo/gatheredReads';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type Sighting } from '../domain/etas';
import { begunRoutes } from '../domain/lifecycle';
import { type Route } from '../domain/route';
import { byId, type ListOrder, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type RouteDoc, type SightingDoc } from './documents';
import { type Collections } from './models';

export type StoredRoute = {
  readonly route: Route;
  readonly version: number;
  readonly leaving?: RouteDoc['leaving'];
};

/** What a change makes of a route; no `next` means that it was done before. */
export type Decided = {
  readonly next?: Route;
  readonly events?: readonly OutboxEvent[];
  /** A stop that goes to another route; null when it arrived there. */
  readonly leaving?: RouteDoc['leaving'] | null;
};

const maxTries = 8;
/** Routes of one cycle to one pickup point: what failed there is tried again by others. */
const maxTriesAtPoint = 20;
const latestFirst = { pickupDate: -1, _id: -1 } as const;
const listOrder: ListOrder = [byId('pickupDate', CityDate, 'falling'), byId('_id', RouteId, 'falling')];
type Listed = {
  readonly cityId?: CityId;
  readonly courierAccountId?: AccountId;
  readonly pickupDate?: string | undefined;
  readonly status?: RouteStatus | undefined;
};

type Brought = { readonly cycleId: CycleId; readonly pickupPointId: PickupPointId };

function bringer(all: readonly StoredRoute[], { cycleId, pickupPointId }: Brought): StoredRoute | undefined {
  const stopOf = ({ route }: StoredRoute) =>
    route.cycleId === cycleId ? route.stops.find((stop) => stop.pickupPointId === pickupPointId) : undefined;
  const there = all.filter(stopOf);
  return there.find((one) => stopOf(one)?.status !== 'failed') ?? there[0];
}

/** Routes, changed whole and guarded by their version, and apart from them where their couriers were seen last. */
export function routeStore({ routes, sightings }: Collections) {
  const find = async (filter: object): Promise<StoredRoute | undefined> => {
    const doc = await routes.findOne(filter);
    return doc ? stored(doc) : undefined;
  };
  const findMany = async (filter: object, limit: number): Promise<StoredRoute[]> =>
    ((await routes.find(filter).sort(latestFirst).limit(limit).toArray()) as RouteDoc[]).map(stored);
  const sightingReads = gatheredReads<SightingDoc>('sightings', sightings);
  /** Many ask at the same time which route brings their orders: they are answered by one query. */
  const bringing = gather<Brought, StoredRoute | undefined>({
    name: 'find routes that bring orders',
    maxBatch: 200,
    maxInFlight: 2,
    run: async (asked) => {
      const cycleIds = [...new Set(asked.map(({ cycleId }) => cycleId))];
      const pickupPointIds = [...new Set(asked.map(({ pickupPointId }) => pickupPointId))];
      const all = await findMany(
        { 'stops.pickupPointId': { $in: pickupPointIds }, cycleId: { $in: cycleIds } },
        maxTriesAtPoint * pickupPointIds.length * cycleIds.length,
      );
      return asked.map((one) => ({ status: 'fulfilled', value: bringer(all, one) }));
    },
  });

  return {
    find: (id: RouteId) => find({ _id: id }),
    /** A stop on its way to another route is found in the route that it leaves. */
    findByStop: (stopId: StopId) => find({ 'stops.stopId': stopId }),
    /** What has begun for a cycle: it is not planned anew. */
    begunOfCycle: (cycleId: CycleId) => findMany({ cycleId, status: { $in: begunRoutes } }, 1_000),
    /** What has begun for a cycle, and what of it is to be tried again: all that may carry goods of it. */
    carryingOfCycle: (cycleId: CycleId) =>
      findMany(
        { cycleId, $or: [{ status: { $in: begunRoutes } }, { secondTryOf: { $exists: true } }] },
        1_000,
      ),
    ofPlan: (consolidationId: ConsolidationId) => findMany({ consolidationId }, 1_000),
    underWay: (cityId: CityId, pickupDates: readonly string[]) =>
      findMany({ cityId, pickupDate: { $in: pickupDates }, status: { $ne: 'finished' } }, 500),
    atPoints: (pickupPointIds: readonly PickupPointId[], pickupDates: { from: string; to: string }) =>
      findMany(
        {
          'stops.pickupPointId': { $in: pickupPointIds },
          pickupDate: { $gte: pickupDates.from, $lte: pickupDates.to },
        },
        500,
      ),
    /**
     * The route that brings a cycle's goods to a pickup point, for whichever version of the consolidation it was planned; after a
     * failure the one that tries again.
     */
    ofCycleAt: (cycleId: CycleId, pickupPointId: PickupPointId): Promise<StoredRoute | undefined> =>
      bringing.add({ cycleId, pickupPointId }),
    /** Routes with a failed stop whose second try was decided and not written. */
    owingSecondTries: async () =>
      ((await routes.find({ 'stops.resolution.unwritten': true }).limit(50).toArray()) as RouteDoc[]).map(
        stored,
      ),
    stillLeaving: async () =>
      (
        (await routes
          .find({ 'leaving.toRouteId': { $exists: true } })
          .limit(50)
          .toArray()) as RouteDoc[]
      ).map(stored),

    list: ({ courierAccountId, ...which }: Listed, wish: PageWish) => {
      const filter = Object.fromEntries(Object.entries(which).filter(([, value]) => value !== undefined));
      const courier = courierAccountId === undefined ? {} : { 'courier.accountId': courierAccountId };
      return pageByKey({
        order: listOrder,
        wish,
        find: (beyond) => routes.find({ $and: [{ ...filter, ...courier }, beyond] } as object),
        present: (route): StoredRoute => stored(route as RouteDoc),
      });
    },

    /** Writes planned routes; those that are there already stay as they are. */
    async insertMany(many: readonly Route[]): Promise<void> {
      if (many.length === 0) return;
      await routes.bulkWrite(
        many.map((route) => ({
          updateOne: {
            filter: { _id: route.routeId },
            update: { $setOnInsert: { ...bodyOf(route), version: 1 } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },
    /** Removes the routes of a plan that nobody has begun, except `keep`. */
    removePlanned: (consolidationId: ConsolidationId, keep: readonly RouteId[]) =>
      routes.deleteMany({
        consolidationId,
        status: 'planned',
        _id: { $nin: [...keep] },
        secondTryOf: { $exists: false },
      }),

    /**
     * Changes one route in one guarded write. `decide` is asked again when somebody else was quicker, so it must say the same
     * of a thing that is done.
     */
    async change(id: RouteId, decide: (stored: StoredRoute) => Decided): Promise<StoredRoute | undefined> {
      for (let tries = 0; tries < maxTries; tries += 1) {
        const before = await find({ _id: id });
        if (!before) return undefined;
        const { next, events = [], leaving } = decide(before);
        if (!next) return before;
        const { modifiedCount } = await routes.updateOne({ _id: id, version: before.version }, {
          $set: { ...bodyOf(next), ...(leaving ? { leaving } : {}) },
          $inc: { version: 1 },
          ...(leaving === null ? { $unset: { leaving: '' } } : {}),
          ...(events.length > 0 ? { $push: { outbox: { $each: events } } } : {}),
        } as object);
        if (modifiedCount === 1)
          return { route: next, version: before.version + 1, ...(leaving ? { leaving } : {}) };
      }
      throw new Refused('CHANGED_MEANWHILE');
    },
    forgetCourier: (accountId: AccountId) =>
      routes.updateMany({ 'courier.accountId': accountId }, { $set: { 'courier.displayName': '–' } }),

    async sighting(routeId: RouteId): Promise<Sighting | undefined> {
      const doc = await sightingReads.add(routeId);
      return doc ? { position: doc.position, at: doc.at } : undefined;
    },
    sightings: async (routeIds: readonly RouteId[]): Promise<ReadonlyMap<RouteId, Sighting>> => {
      const found = await sightings.find({ _id: { $in: [...routeIds] } }).toArray();
      return new Map(found.map(({ _id, position, at }) => [_id, { position, at }]));
    },
    /** The latest by its own time wins. Lost in a crash it is reported again within seconds, so it waits for no disk. */
    async putSighting(routeId: RouteId, { position, at }: Sighting): Promise<void> {
      await sightings.updateOne(
        { _id: routeId },
        [
          {
            $set: {
              position: { $cond: [{ $lt: [{ $ifNull: ['$at', new Date(0)] }, at] }, position, '$position'] },
              at: { $max: ['$at', at] },
            },
          },
        ],
        { upsert: true, writeConcern: { w: 1 } },
      );
    },
  };
}

function stored({ _id, version, outbox: _outbox, leaving, ...body }: RouteDoc): StoredRoute {
  // The document is what `bodyOf` wrote: a route without its id.
  const route = { ...body, routeId: _id } as Route;
  return { route, version, ...(leaving ? { leaving } : {}) };
}

function bodyOf({ routeId: _routeId, ...body }: Route): object {
  return body;
}
