import mongoose, { type mongo } from 'mongoose';
import { type CycleId } from '#shared/contracts/ids';
import { bitsOf, type HoldPage, type HoldPageMark, holdsInPage, isLeft } from '../domain/holdPage';
import { type Hold } from '../domain/hold';
import { type Offer } from '../domain/offer';
import { byOffer, type PlacedHold } from '../domain/taking';
import { type HoldName } from './holdUpdates';

const { Long } = mongoose.mongo.BSON;

/** A hold and where it lies. */
type Located = { readonly hold: HoldName; readonly pageId: string; readonly position: number };
type Update = mongo.AnyBulkWriteOperation<Offer>;

const nameOf = ({ offerId, take }: Pick<HoldName, 'offerId' | 'take'>) => `${offerId}|${take}`;
const bits = (positions: readonly number[]) => Long.fromNumber(bitsOf(positions));

/**
 * Pages of holds beside the offers that they belong to. A page counts from the one write on that puts its mark into the offer in place
 * of its holds, and a hold in it is taken by the one write that clears its bit and moves its units: so an offer's figures add up
 * after every single write, and doing it again changes nothing.
 * @param size holds in a page, at most `holdsInPage`.
 */
export function holdPageStore(
  offers: mongo.Collection<Offer>,
  pages: mongo.Collection<HoldPage>,
  size = holdsInPage,
) {
  return {
    size,

    /**
     * Moves the oldest holds of an offer to pages: all of those given, or none.
     * @param oldest its first holds, in their order, whole pages of them
     * @returns whether the offer still began with these
     */
    async move(
      { _id, cycleId }: Pick<Offer, '_id' | 'cycleId'>,
      oldest: readonly Hold[],
      { now, token }: { readonly now: Date; readonly token: () => string },
    ): Promise<boolean> {
      const made = Array.from({ length: Math.ceil(oldest.length / size) }, (_, at): HoldPage => ({
        _id: token(),
        offerId: _id,
        cycleId,
        holds: oldest.slice(at * size, (at + 1) * size),
        madeAt: now,
      }));
      await pages.insertMany(made);
      const takes = oldest.map(({ take }) => take);
      const rest = { $slice: ['$holds', takes.length, { $max: [1, { $size: '$holds' }] }] };
      const open = { $filter: { input: { $ifNull: ['$holdPages', []] }, cond: { $ne: ['$$this.left', 0] } } };
      const { matchedCount } = await offers.updateOne(
        { _id, $expr: { $eq: [{ $slice: ['$holds.take', takes.length] }, takes] } },
        [{ $set: { holds: rest, holdPages: { $concatArrays: [open, made.map(markOf)] } } }],
      );
      if (matchedCount === 1) return true;
      // Nothing will ever name them: a hold that went is not placed again.
      await pages.deleteMany({ _id: { $in: made.map((page) => page._id) } });
      return false;
    },

    /**
     * Where those of some holds lie that are in pages, whether their pages count or not: a process that died may have left one that never
     * will beside another that does.
     */
    async locate(holds: readonly HoldName[]): Promise<Located[]> {
      if (holds.length === 0) return [];
      const found = await pages
        .find(
          { 'holds.take': { $in: holds.map(({ take }) => take) } },
          { projection: { offerId: 1, 'holds.take': 1 } },
        )
        .toArray();
      const byName = new Map(holds.map((hold) => [nameOf(hold), hold]));
      return found.flatMap(({ _id: pageId, offerId, holds: inPage }) =>
        inPage.flatMap(({ take }, position) => {
          const hold = byName.get(nameOf({ offerId, take }));
          return hold ? [{ hold, pageId, position }] : [];
        }),
      );
    },

    /** One guarded change for each page, of all holds that are to be taken out of it. */
    taking(holds: readonly Located[], to: 'available' | 'sold'): Update[] {
      const groups = new Map<string, InOnePage>();
      for (const one of holds) {
        const group = groups.get(one.pageId);
        if (group) group.push(one);
        else groups.set(one.pageId, [one]);
      }
      return [...groups].map(([id, group]) => takeOut(id, group, to));
    },

    /** Holds of a cycle that lie in pages since before `before`. */
    async heldSince(cycleId: CycleId, before: Date): Promise<PlacedHold[]> {
      const found = await offers
        .find({ cycleId, 'holdPages.left': { $gt: 0 } }, { projection: { holdPages: 1 } })
        .toArray();
      const marks = new Map<string, HoldPageMark>(
        found.flatMap(({ holdPages = [] }) =>
          holdPages.filter(({ left }) => left > 0).map((one) => [one.id, one]),
        ),
      );
      const old = await pages.find({ _id: { $in: [...marks.keys()] }, madeAt: { $lt: before } }).toArray();
      return old.flatMap(({ _id, offerId, holds }) => {
        const mark = marks.get(_id);
        return holds
          .filter((_, position) => mark && isLeft(mark, position))
          .map((hold): PlacedHold => ({ offerId, hold }));
      });
    },

    /**
     * Forgets pages made before `before` that hold nothing: those that are empty, and those that a process left that died before
     * they counted. Such a page never will: not all of its holds are in the offer any more.
     * @param limit pages looked at
     */
    async forget(before: Date, limit: number): Promise<void> {
      const old = await pages
        .find({ madeAt: { $lt: before } })
        .sort({ madeAt: 1 })
        .limit(limit)
        .toArray();
      const read = await offers
        .find({ _id: { $in: [...byOffer(old).keys()] } }, { projection: { 'holds.take': 1, holdPages: 1 } })
        .toArray();
      const byId = new Map(read.map((offer) => [offer._id, offer]));
      const empty = old.filter(({ _id, offerId, holds }) => {
        const offer = byId.get(offerId);
        const lying = new Set(offer?.holds.map(({ take }) => take));
        const isNamed = offer?.holdPages?.some(({ id, left }) => id === _id && left > 0) ?? false;
        return !isNamed && holds.some(({ take }) => !lying.has(take));
      });
      if (empty.length > 0) await pages.deleteMany({ _id: { $in: empty.map(({ _id }) => _id) } });
    },
  };
}

export type HoldPageStore = ReturnType<typeof holdPageStore>;

const markOf = ({ _id, holds }: HoldPage) => ({
  id: _id,
  left: bits([...holds.keys()]),
  units: holds.reduce((sum, { units }) => sum + units, 0),
});

type InOnePage = [Located, ...Located[]];

function takeOut(id: string, group: InOnePage, to: 'available' | 'sold'): Update {
  const positions = group.map(({ position }) => position);
  const units = group.reduce((sum, { hold }) => sum + hold.units, 0);
  return {
    updateOne: {
      filter: {
        _id: group[0].hold.offerId,
        holdPages: { $elemMatch: { id, left: { $bitsAllSet: positions } } },
      },
      update: {
        $bit: { 'holdPages.$.left': { and: bits(positions).not() } },
        $inc: { [to]: units, 'holdPages.$.units': -units },
      },
    },
  };
}
