import { type GroupOrderId, type OrderId, type PickupPointId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import {
  type GroupBuyDoc,
  type GroupOrderDoc,
  type NeighbourhoodDoc,
  type TrackedOrderDoc,
} from './documents';
import { type Collections } from './models';

type Neighbour = NeighbourhoodDoc['recent'][number];
const maxRecent = 20;
const maxTimeline = 16;
/** Far more than an event can come again while others of its pickup point come in between. */
const rememberedEvents = 200;
const done = (result: boolean): PromiseFulfilledResult<boolean> => ({ status: 'fulfilled', value: result });

/**
 * What other services tell, kept to authorise followers and to begin with when they follow. Newer versions win; what is old or told
 * twice changes nothing. Orders come in floods: those that come together are written together.
 */
export function followedStore({ orders, groupOrders, groupBuys, neighbourhoods }: Collections) {
  const orderWrites = gather<TrackedOrderDoc, boolean>({
    name: 'track orders',
    maxBatch: 200,
    run: async (items) => {
      await orders.bulkWrite(items.map(orderUpsert) as never[], { ordered: true });
      return items.map(() => done(true));
    },
  });
  return {
    findOrder: (orderId: OrderId) => orders.findOne({ _id: orderId }),
    /** Stores the newest state of an order; keeps the way it came. */
    trackOrder: (order: TrackedOrderDoc) => orderWrites.add(order),

    findGroupOrder: (id: GroupOrderId) => groupOrders.findOne({ _id: id }),
    latestGroupOrder: (pickupPointId: PickupPointId) =>
      groupOrders.findOne({ pickupPointId }, { sort: { touchedAt: -1 } }),
    /** False when something newer is known. */
    putGroupOrder: (group: GroupOrderDoc) => putNewer(groupOrders, group),
    putGroupBuy: (group: GroupBuyDoc) => putNewer(groupBuys, group),
    latestGroupBuys: (pickupPointId: PickupPointId, limit: number) =>
      groupBuys.find({ pickupPointId }).sort({ touchedAt: -1 }).limit(limit).toArray() as Promise<
        GroupBuyDoc[]
      >,

    /** False when this event was told before. */
    async addNeighbour(
      pickupPointId: PickupPointId,
      eventId: string,
      neighbour: Neighbour,
    ): Promise<boolean> {
      const written = await guardedUpsert(() =>
        neighbourhoods.updateOne(
          { _id: pickupPointId, applied: { $ne: eventId } },
          {
            $push: {
              recent: { $each: [neighbour], $slice: -maxRecent },
              applied: { $each: [eventId], $slice: -rememberedEvents },
            },
          },
          { upsert: true, writeConcern: { w: 1 } },
        ),
      );
      return written !== undefined;
    },
    async recentNeighbours(pickupPointId: PickupPointId): Promise<readonly Neighbour[]> {
      return (await neighbourhoods.findOne({ _id: pickupPointId }))?.recent ?? [];
    },
    close: () => orderWrites.close(),
  };
}

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

type Versioned = { readonly _id: string; readonly version: number };
type Replaceable<T> = { replaceOne(filter: object, doc: T, options: object): Promise<object> };

/** Replaces what is older; false when something newer is there. */
async function putNewer<T extends Versioned>(collection: unknown, doc: T): Promise<boolean> {
  const written = await guardedUpsert(() =>
    (collection as Replaceable<T>).replaceOne({ _id: doc._id, version: { $lt: doc.version } }, doc, {
      upsert: true,
    }),
  );
  return written !== undefined;
}
