import { type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { gatheredReads } from '#shared/kit/mongo/gatheredReads';
import { guardedUpserts } from '#shared/kit/mongo/guardedUpsert';
import { type GroupOrderDoc, type NeighbourhoodDoc, type TrackedOrderDoc } from './documents';
import { type Collections } from './models';

type Neighbour = NeighbourhoodDoc['recent'][number];
type NeighbourNews = {
  readonly pickupPointId: PickupPointId;
  readonly eventId: string;
  readonly neighbour: Neighbour;
};
type NewsOfPoint = readonly [PickupPointId, readonly NeighbourNews[]];
const maxRecent = 20;
const maxTimeline = 16;
/** Far more than an event can come again while others of its pickup point come in between. */
const rememberedEvents = 60;
const done = (result: boolean): PromiseFulfilledResult<boolean> => ({ status: 'fulfilled', value: result });

/**
 * What other services tell, kept to authorise followers and to begin with when they follow. Newer versions win; what is old or told
 * twice changes nothing. Orders come in floods: those that come together are written together.
 */
export function followedStore({ orders, groupOrders, neighbourhoods }: Collections) {
  const orderReads = gatheredReads<TrackedOrderDoc>('orders', orders);
  const neighbourReads = gatheredReads<NeighbourhoodDoc>('neighbourhoods', neighbourhoods);
  const orderWrites = gather<TrackedOrderDoc, boolean>({
    name: 'put orders',
    maxBatch: 200,
    run: async (items) => {
      await orders.bulkWrite(items.map(orderUpsert) as never[], { ordered: true });
      return items.map(() => done(true));
    },
  });
  const neighbourWrites = gather<NeighbourNews, boolean>({
    name: 'add neighbours',
    maxBatch: 200,
    run: async (news) => {
      const groups = [...byPoint(news)];
      const told = await addNeighbours(groups);
      const isNew = new Set(groups.flatMap(([point, group]) => (told.has(point) ? [] : group)));
      // One that was told before stands against all of its point: each is told on its own.
      for (const [point, group] of groups)
        if (told.has(point) && group.length > 1)
          for (const one of group) if (!(await addNeighbours([[point, [one]]])).has(point)) isNew.add(one);
      return news.map((one) => done(isNew.has(one)));
    },
  });

  const groupWrites = gather<GroupOrderDoc, boolean>({
    name: 'put group orders',
    maxBatch: 200,
    run: async (told) => {
      const newest = new Map<string, GroupOrderDoc>();
      for (const group of told)
        if ((newest.get(group._id)?.version ?? -1) < group.version) newest.set(group._id, group);
      const groups = [...newest.values()];
      const written = await guardedUpserts(
        groupOrders,
        groups.map(({ _id, ...group }) => ({
          filter: { _id, version: { $lt: group.version } },
          update: { $set: group },
        })),
      );
      const isNew = new Set(groups.filter((_, at) => written[at]));
      return told.map((group) => done(isNew.has(group)));
    },
  });

  /** Adds what neighbourhoods have bought, in one command; answers those for which some of it was told before: they stay as they are. */
  async function addNeighbours(groups: readonly NewsOfPoint[]): Promise<Set<PickupPointId>> {
    const fresh = groups.filter(
      ([, told]) => new Set(told.map(({ eventId }) => eventId)).size === told.length,
    );
    const refused = new Set(groups.filter((group) => !fresh.includes(group)).map(([point]) => point));
    const added = await guardedUpserts(neighbourhoods, fresh.map(neighbourhoodUpsert), {
      writeConcern: { w: 1 },
    });
    fresh.forEach(([point], at) => {
      if (!added[at]) refused.add(point);
    });
    return refused;
  }

  return {
    findOrder: (orderId: OrderId) => orderReads.add(orderId),
    /** Stores the newest state of an order; keeps the way it came. */
    putOrder: (order: TrackedOrderDoc) => orderWrites.add(order),

    latestGroupOrder: (pickupPointId: PickupPointId) =>
      groupOrders.findOne({ pickupPointId }, { sort: { touchedAt: -1 } }),
    /** False when something newer is known. */
    putGroupOrder: (group: GroupOrderDoc): Promise<boolean> => groupWrites.add(group),

    /** False when this event was told before. */
    addNeighbour: (news: NeighbourNews) => neighbourWrites.add(news),
    async recentNeighbours(pickupPointId: PickupPointId): Promise<readonly Neighbour[]> {
      return (await neighbourReads.add(pickupPointId))?.recent ?? [];
    },
    async close() {
      await Promise.all([orderWrites.close(), neighbourWrites.close(), groupWrites.close()]);
    },
  };
}

function neighbourhoodUpsert([_id, told]: NewsOfPoint) {
  const eventIds = told.map(({ eventId }) => eventId);
  return {
    filter: { _id, applied: { $nin: eventIds } },
    update: {
      $push: {
        recent: { $each: told.map(({ neighbour }) => neighbour), $slice: -maxRecent },
        applied: { $each: eventIds, $slice: -rememberedEvents },
      },
    },
  };
}

const byPoint = (news: readonly NeighbourNews[]): Map<PickupPointId, NeighbourNews[]> => {
  const groups = new Map<PickupPointId, NeighbourNews[]>();
  for (const one of news) groups.set(one.pickupPointId, [...(groups.get(one.pickupPointId) ?? []), one]);
  return groups;
};

/**
 * One update that takes the new state when it is newer, and adds the last step to the way the order came; the steps before it
 * are its beginning when nothing is known yet.
 */
function orderUpsert({ _id, timeline, ...order }: TrackedOrderDoc): object {
  const newer = { $lt: [{ $ifNull: ['$version', -1] }, order.version] };
  const take = ([field, value]: [string, unknown]): [string, unknown] => [
    field,
    {
      $cond: [
        newer,
        typeof value === 'string' || typeof value === 'object' ? { $literal: value } : value,
        `$${field}`,
      ],
    },
  ];
  const known = { $ifNull: ['$timeline', { $literal: timeline.slice(0, -1) }] };
  const isKnown = { $in: [order.status, { $ifNull: ['$timeline.status', []] }] };
  const longer = { $slice: [{ $concatArrays: [known, { $literal: timeline.slice(-1) }] }, -maxTimeline] };
  return {
    updateOne: {
      filter: { _id },
      update: [
        {
          $set: {
            ...Object.fromEntries(Object.entries(order).map(take)),
            timeline: { $cond: [isKnown, known, longer] },
          },
        },
      ],
      upsert: true,
    },
  };
}
