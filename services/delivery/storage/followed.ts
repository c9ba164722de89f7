import { type GroupOrderId, type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { type GroupOrderDoc, type NeighbourhoodDoc, type TrackedOrderDoc } from './documents';
import { type Collections } from './models';

type Neighbour = NeighbourhoodDoc['recent'][number];
type NeighbourNews = {
  readonly pickupPointId: PickupPointId;
  readonly eventId: string;
  readonly neighbour: Neighbour;
};
const maxRecent = 20;
const maxTimeline = 16;
/** Far more than an event can come again while others of its pickup point come in between. */
const rememberedEvents = 200;
const done = (result: boolean): PromiseFulfilledResult<boolean> => ({ status: 'fulfilled', value: result });

/**
 * What other services tell, kept to authorise followers and to begin with when they follow. Newer versions win; what is old or told
 * twice changes nothing. Orders come in floods: those that come together are written together.
 */
export function followedStore({ orders, groupOrders, neighbourhoods }: Collections) {
  const orderWrites = gather<TrackedOrderDoc, boolean>({
    name: 'track orders',
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
      const isNew = new Set<NeighbourNews>();
      const hear = async (point: PickupPointId, told: readonly NeighbourNews[]) => {
        if (await addNeighbours(point, told)) for (const one of told) isNew.add(one);
        // One that was told before stands against all: each is told on its own.
        else if (told.length > 1) for (const one of told) await hear(point, [one]);
      };
      await Promise.all([...byPoint(news)].map(([point, told]) => hear(point, told)));
      return news.map((one) => done(isNew.has(one)));
    },
  });

  /** Adds what one neighbourhood has bought; changes nothing when any of it was told before. */
  async function addNeighbours(_id: PickupPointId, told: readonly NeighbourNews[]): Promise<boolean> {
    const eventIds = told.map(({ eventId }) => eventId);
    if (new Set(eventIds).size < told.length) return false;
    const written = await guardedUpsert(() =>
      neighbourhoods.updateOne(
        { _id, applied: { $nin: eventIds } },
        {
          $push: {
            recent: { $each: told.map(({ neighbour }) => neighbour), $slice: -maxRecent },
            applied: { $each: eventIds, $slice: -rememberedEvents },
          },
        },
        { upsert: true, writeConcern: { w: 1 } },
      ),
    );
    return written !== undefined;
  }

  return {
    findOrder: (orderId: OrderId) => orders.findOne({ _id: orderId }),
    /** Stores the newest state of an order; keeps the way it came. */
    trackOrder: (order: TrackedOrderDoc) => orderWrites.add(order),

    findGroupOrder: (id: GroupOrderId) => groupOrders.findOne({ _id: id }),
    latestGroupOrder: (pickupPointId: PickupPointId) =>
      groupOrders.findOne({ pickupPointId }, { sort: { touchedAt: -1 } }),
    /** False when something newer is known. */
    async putGroupOrder(group: GroupOrderDoc): Promise<boolean> {
      const written = await guardedUpsert(() =>
        groupOrders.replaceOne({ _id: group._id, version: { $lt: group.version } }, group, { upsert: true }),
      );
      return written !== undefined;
    },

    /** False when this event was told before. */
    addNeighbour: (news: NeighbourNews) => neighbourWrites.add(news),
    async recentNeighbours(pickupPointId: PickupPointId): Promise<readonly Neighbour[]> {
      return (await neighbourhoods.findOne({ _id: pickupPointId }))?.recent ?? [];
    },
    async close() {
      await Promise.all([orderWrites.close(), neighbourWrites.close()]);
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
