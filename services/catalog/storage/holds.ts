import { LRUCache } from 'lru-cache';
import { type mongo } from 'mongoose';
import { type CycleId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { type Offer } from '../domain/offer';
import { byOffer, type PlacedHold } from '../domain/taking';
import { type HoldPageStore } from './holdPages';
import { type HoldName, placing, taking } from './holdUpdates';

/** What was found where a hold could not be placed. */
export type Missing = PlacedHold & {
  readonly onSale: boolean;
  readonly available: number;
};

/** With fewer offers a statement for each is quicker. */
const worthATable = 8;
const pagedMs = 10 * 60_000;
/** Only named holds go to pages, and reading pages costs: what nobody names there any more is found later than elsewhere. */
const pageOrphanMs = 60_000;

/**
 * The holds in offers. Each change is one guarded update per offer for all orders of a batch together; where the guard fails
 * for the sum, each order is tried on its own. The presence of a hold is the guard that makes repeating harmless.
 */
export function holdStore(
  offers: mongo.Collection<Offer>,
  pages: Pick<HoldPageStore, 'locate' | 'taking' | 'heldSince'>,
  tableFrom = worthATable,
) {
  /** Offers of which this process knows that they have pages: where to look first, not more. */
  const paged = new LRUCache<OfferId, true>({ max: 10_000, ttl: pagedMs });

  /** True when so many offers were found as expected. */
  async function applied(
    count: number,
    updates: mongo.AnyBulkWriteOperation<Offer>[],
    ordered = false,
  ): Promise<boolean> {
    if (count === 0) return true;
    const { matchedCount } = await offers.bulkWrite(updates, { ordered });
    return matchedCount === count;
  }

  /** Places holds; answers those that could not be placed. */
  async function place(wanted: readonly PlacedHold[]): Promise<Missing[]> {
    const groups = byOffer(wanted);
    if (await applied(groups.size, placing(groups, tableFrom))) return [];
    const found = await lookAt(wanted);
    const alone = found
      .filter(isMissing)
      .flatMap((one) => placing(new Map([[one.offerId, [one]]]), tableFrom));
    // In the order in which they were asked: the first gets what is left.
    if (await applied(alone.length, alone, true)) return [];
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
  async function take(from: readonly HoldName[], to: 'available' | 'sold'): Promise<void> {
    const inPages = await pages.locate(from.filter(({ offerId }) => paged.has(offerId)));
    const found = new Set(inPages.map(({ hold }) => hold));
    const lying = byOffer(from.filter((one) => !found.has(one)));
    const fromPages = pages.taking(inPages, to);
    const together = [...taking(lying, to, tableFrom), ...fromPages];
    if (await applied(lying.size + fromPages.length, together)) return;
    // First where it lies, then in its page: it may be moved there at any moment, and never back.
    const alone = from.flatMap((one) => taking(new Map([[one.offerId, [one]]]), to, tableFrom));
    if (await applied(alone.length, alone)) return;
    const moved = await pages.locate(from);
    for (const { hold } of moved) paged.set(hold.offerId, true);
    await applied(
      moved.length,
      moved.flatMap((one) => pages.taking([one], to)),
    );
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
    /** The holds of a cycle that were placed before `before`. */
    async heldSince(cycleId: CycleId, before: Date): Promise<PlacedHold[]> {
      const found = await offers
        .find({ cycleId, 'holds.0': { $exists: true } }, { projection: { holds: 1 } })
        .toArray();
      const lying = found.flatMap(({ _id, holds }) =>
        holds.filter(({ at }) => at < before).map((hold): PlacedHold => ({ offerId: _id, hold })),
      );
      return [...lying, ...(await pages.heldSince(cycleId, new Date(before.getTime() - pageOrphanMs)))];
    },
    /** An offer with the holds that lie in it, oldest first. */
    lyingIn: (offerId: OfferId) =>
      offers.findOne({ _id: offerId }, { projection: { cycleId: 1, holds: 1 } }) as Promise<Pick<
        Offer,
        '_id' | 'cycleId' | 'holds'
      > | null>,
    /** Offers of a cycle in which at least so many holds lie. */
    async crowdedIn(cycleId: CycleId, count: number): Promise<OfferId[]> {
      const found = await offers
        .find({ cycleId, [`holds.${count - 1}`]: { $exists: true } }, { projection: { _id: 1 } })
        .toArray();
      return found.map(({ _id }) => _id);
    },
  };
}

const isMissing = ({ present }: { readonly present: boolean }) => !present;
