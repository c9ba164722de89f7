import { type mongo } from 'mongoose';
import { type OfferId, type OrderId } from '#shared/contracts/ids';
import { type Offer } from '../domain/offer';
import { byOffer, type PlacedHold } from '../domain/taking';

type Update = mongo.AnyBulkWriteOperation<Offer>;

/** What was found where a hold could not be placed. */
export type Missing = PlacedHold & {
  readonly onSale: boolean;
  readonly available: number;
};

const sum = (holds: readonly { readonly units: number }[]) =>
  holds.reduce((total, { units }) => total + units, 0);

/**
 * The holds in offers. Each change is one guarded update per offer for all orders of a batch together; where the guard fails
 * for the sum, each order is tried on its own. The presence of a hold is the guard that makes repeating harmless.
 */
export function holdStore(offers: mongo.Collection<Offer>) {
  /** True when every update found its document as expected. */
  async function applied(updates: Update[], ordered = false): Promise<boolean> {
    if (updates.length === 0) return true;
    const { matchedCount } = await offers.bulkWrite(updates, { ordered });
    return matchedCount === updates.length;
  }

  /** Places holds; answers those that could not be placed. */
  async function place(wanted: readonly PlacedHold[]): Promise<Missing[]> {
    const groups = byOffer(wanted);
    if (await applied([...groups].map(([offerId, group]) => placeAll(offerId, group)))) return [];
    const found = await lookAt(wanted);
    const alone = found.filter(isMissing).map((one) => placeAll(one.offerId, [one]));
    // In the order in which they were asked: the first gets what is left.
    if (await applied(alone, true)) return [];
    return (await lookAt(wanted)).filter(isMissing);
  }

  type Seen = PlacedHold & {
    readonly offer: Pick<Offer, '_id' | 'onSale' | 'available' | 'holds'> | undefined;
  };

  async function lookAt(wanted: readonly PlacedHold[]): Promise<(Missing & { readonly present: boolean })[]> {
    const takes = wanted.map(({ hold }) => hold.take);
    const found = await offers
      .aggregate<NonNullable<Seen['offer']>>([
        { $match: { _id: { $in: [...new Set(wanted.map(({ offerId }) => offerId))] } } },
        {
          $project: {
            onSale: 1,
            available: 1,
            holds: { $filter: { input: '$holds', as: 'hold', cond: { $in: ['$$hold.take', takes] } } },
          },
        },
      ])
      .toArray();
    const byId = new Map(found.map((offer) => [offer._id, offer]));
    return wanted.map((one) => {
      const { offerId, hold } = one;
      const offer = byId.get(offerId);
      const ofOrder = offer?.holds.find(({ orderId }) => orderId === hold.orderId);
      return {
        ...one,
        onSale: offer?.onSale ?? false,
        available: offer?.available ?? 0,
        present: ofOrder?.take === hold.take,
        ...(ofOrder && ofOrder.take !== hold.take ? { foreign: ofOrder } : {}),
      };
    });
  }

  /** Takes holds away where they lie, adding their units to `to`. A hold that is not there was taken away before. */
  async function take(
    from: readonly { readonly offerId: OfferId; readonly take: string; readonly units: number }[],
    to: 'available' | 'sold',
  ): Promise<void> {
    const groups = [...byOffer(from)];
    const together = groups.map(([offerId, group]) => takeAll(offerId, group, to));
    if (await applied(together)) return;
    await applied(groups.flatMap(([offerId, group]) => group.map((one) => takeAll(offerId, [one], to))));
  }

  return {
    place,
    /** Gives held units back to the stock. */
    giveBack: (holds: readonly HoldName[]) => take(holds, 'available'),
    /** Turns held units into sold ones. */
    sell: (holds: readonly HoldName[]) => take(holds, 'sold'),
    /** Those of some orders that have a hold in one of some offers. */
    async ordersIn(offerIds: readonly OfferId[], orderIds: readonly OrderId[]): Promise<Set<OrderId>> {
      const found = await offers
        .find(
          { _id: { $in: [...offerIds] }, 'holds.orderId': { $in: [...orderIds] } },
          { projection: { 'holds.orderId': 1 } },
        )
        .toArray();
      const held = new Set(found.flatMap(({ holds }) => holds.map(({ orderId }) => orderId)));
      return new Set(orderIds.filter((orderId) => held.has(orderId)));
    },
    /** Offers of a cycle that hold units since before `before`. */
    heldSince: (cycleId: Offer['cycleId'], before: Date) =>
      offers
        .find({ cycleId, 'holds.0': { $exists: true } }, { projection: { holds: 1 } })
        .toArray()
        .then((found) =>
          found.flatMap(({ _id, holds }) =>
            holds.filter(({ at }) => at < before).map((hold): PlacedHold => ({ offerId: _id, hold })),
          ),
        ),
  };
}

type HoldName = { readonly offerId: OfferId; readonly take: string; readonly units: number };

const isMissing = ({ present }: { readonly present: boolean }) => !present;

/** @param group all of one batch, so that they saw the same version of the offer. */
function placeAll(offerId: OfferId, group: readonly PlacedHold[]): Update {
  const holds = group.map(({ hold }) => hold);
  const units = sum(holds);
  const version = group[0]?.version;
  return {
    updateOne: {
      filter: {
        _id: offerId,
        onSale: true,
        available: { $gte: units },
        ...(version === undefined ? {} : { version }),
      },
      update: { $inc: { available: -units }, $push: { holds: { $each: holds } } },
    },
  };
}

function takeAll(offerId: OfferId, holds: readonly HoldName[], to: 'available' | 'sold'): Update {
  const takes = holds.map(({ take }) => take);
  return {
    updateOne: {
      filter: { _id: offerId, 'holds.take': { $all: takes } },
      update: { $pull: { holds: { take: { $in: takes } } }, $inc: { [to]: sum(holds) } },
    },
  };
}
