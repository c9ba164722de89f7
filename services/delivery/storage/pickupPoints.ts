import { type Position } from '#shared/contracts/common';
import { type AccountId, type CityId, PickupPointId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { gatheredReads } from '#shared/kit/mongo/gatheredReads';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { byId, type ListOrder, pageByCount, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { searchPatterns } from '#shared/kit/search/pattern';
import { type PickupPointDoc } from './documents';
import { type Collections } from './models';

type Fresh = Omit<PickupPointDoc, 'outbox'>;
type Change = Partial<Omit<PickupPointDoc, '_id' | 'version' | 'outbox' | 'leader'>>;
type Scope = {
  readonly cityId?: CityId | undefined;
  readonly search?: string | undefined;
  readonly open?: true;
};

const byName: ListOrder = [byId('sortName', z.string(), 'rising'), byId('_id', PickupPointId, 'rising')];
const metresField = 'distanceMetres';

function scope({ cityId, search, open }: Scope) {
  return {
    ...(cityId === undefined ? {} : { cityId }),
    ...(open ? { open } : {}),
    ...(search === undefined ? {} : { $and: foundBy(search) }),
  };
}
/** Nothing that can be looked for finds nothing. */
function foundBy(search: string) {
  const patterns = searchPatterns(search);
  return patterns.length === 0
    ? [{ foundBy: { $in: [] } }]
    : patterns.map((one) => ({ foundBy: { $regex: one } }));
}

/** GeoJSON names the longitude first. */
export const positionOf = ({ location: { coordinates } }: PickupPointDoc): Position => ({
  lng: coordinates[0],
  lat: coordinates[1],
});

/** Pickup points, with their leaders and the number of the next message about their boards. */
export function pickupPointStore({ pickupPoints }: Collections) {
  const reads = gatheredReads<PickupPointDoc>('pickup points', pickupPoints);
  return {
    find: (id: PickupPointId) => reads.add(id),
    findMany: (ids: readonly PickupPointId[]) =>
      pickupPoints.find({ _id: { $in: [...ids] } }).toArray() as Promise<PickupPointDoc[]>,
    ledBy: (accountId: AccountId) =>
      pickupPoints
        .find({ 'leader.accountId': accountId })
        .hint({ 'leader.accountId': 1 })
        .sort({ _id: 1 })
        .limit(200)
        .toArray() as Promise<PickupPointDoc[]>,

    listById: (wish: PageWish) =>
      pageByKey({
        order: [byId('_id', PickupPointId, 'rising')],
        wish,
        find: (beyond) => pickupPoints.find(beyond),
        present: (point): PickupPointDoc => point,
      }),
    listByName: (which: Scope, wish: PageWish) =>
      pageByKey({
        order: byName,
        wish,
        find: (beyond) => pickupPoints.find({ ...scope(which), ...beyond } as object),
        present: (point): PickupPointDoc => point,
      }),
    listNearest: ({ lng, lat }: Position, which: Scope, wish: PageWish) =>
      pageByCount(wish, (skip, limit) =>
        pickupPoints
          .aggregate<PickupPointDoc & { distanceMetres: number }>([
            {
              $geoNear: {
                near: { type: 'Point', coordinates: [lng, lat] },
                distanceField: metresField,
                query: scope(which),
                spherical: true,
              },
            },
            { $skip: skip },
            { $limit: limit },
          ])
          .toArray(),
      ),

    /** Makes it once: the same id again finds the one that is there. */
    async insert(point: Fresh, event: OutboxEvent): Promise<void> {
      try {
        await pickupPoints.insertOne({ ...point, outbox: [event] });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    /** Changes it if it still has `version`. */
    change: (id: PickupPointId, version: number, change: Change, event: OutboxEvent) =>
      pickupPoints.findOneAndUpdate(
        { _id: id, version },
        { $set: change, $inc: { version: 1 }, $push: { outbox: event } },
        { returnDocument: 'after' },
      ),
    /** Gives it another leader (or none), unless that was decided later than `decidedAt`. */
    decideLeader(
      id: PickupPointId,
      leader: PickupPointDoc['leader'],
      { decidedAt, event, version }: { decidedAt: Date; event: OutboxEvent; version?: number },
    ) {
      const guard = version === undefined ? { leaderDecidedAt: { $lt: decidedAt } } : { version };
      return pickupPoints.findOneAndUpdate(
        { _id: id, ...guard },
        {
          ...(leader
            ? { $set: { leader, leaderDecidedAt: decidedAt } }
            : { $set: { leaderDecidedAt: decidedAt }, $unset: { leader: '' } }),
          $inc: { version: 1 },
          $push: { outbox: event },
        },
        { returnDocument: 'after' },
      );
    },
    /** The number of the next message about its board. */
    async nextBoardVersion(id: PickupPointId): Promise<number | undefined> {
      const after = await pickupPoints.findOneAndUpdate(
        { _id: id },
        { $inc: { boardVersion: 1 } },
        { returnDocument: 'after', projection: { boardVersion: 1 }, writeConcern: { w: 1 } },
      );
      return after?.boardVersion;
    },
  };
}
