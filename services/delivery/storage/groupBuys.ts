import { type CityId, type PickupPointId } from '#shared/contracts/ids';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { type CityGroupsDoc, type GroupBuyDoc, type GroupCounts, type GroupMove } from './documents';
import { type Collections } from './models';

type Told = Omit<GroupBuyDoc, 'counts' | 'moves'>;

/** Far more moves than are counted in a city before one that was interrupted is told again. */
const rememberedMoves = 500;
/** The cycle that sells, and those that were closed just before. */
const shownCycles = 3;

/**
 * How far group buys are, and how many of a city's have formed. A GroupBuy that moves keeps what that means for its city's counts
 * until they have it, in the write that moves it: a process may die in between, and the event comes again.
 */
export function groupBuyStore({ groupBuys, cityGroups }: Pick<Collections, 'groupBuys' | 'cityGroups'>) {
  return {
    /** @returns whether nothing newer was known, and the moves that its city does not know yet */
    async put(told: Told): Promise<{ isNews: boolean; moves: readonly GroupMove[] }> {
      const { _id, version } = told;
      const put = await guardedUpsert(() =>
        groupBuys.findOneAndUpdate({ _id, version: { $lt: version } }, moved(told), {
          upsert: true,
          returnDocument: 'after',
        }),
      );
      const known = put ?? (await groupBuys.findOne({ _id }));
      return { isNews: Boolean(put), moves: known?.moves ?? [] };
    },

    /** Counts a move once, however often it is told. @returns the new counts; undefined when it was counted before */
    async count({ _id, cityId, cycleId, touchedAt }: Told, { id, begun, formed }: GroupMove) {
      const counts = await guardedUpsert(() =>
        cityGroups.findOneAndUpdate(
          { _id: cycleId, counted: { $ne: id } },
          {
            $inc: { begun, formed, version: 1 },
            $push: { counted: { $each: [id], $slice: -rememberedMoves } },
            $set: { cityId, touchedAt },
          },
          { upsert: true, returnDocument: 'after' },
        ),
      );
      await groupBuys.updateOne({ _id }, { $pull: { moves: { id } } });
      return counts ?? undefined;
    },

    latestAt: (pickupPointId: PickupPointId, limit: number) =>
      groupBuys.find({ pickupPointId }).sort({ touchedAt: -1 }).limit(limit).toArray() as Promise<
        GroupBuyDoc[]
      >,
    countsOfCity: (cityId: CityId) =>
      cityGroups.find({ cityId }).sort({ touchedAt: -1 }).limit(shownCycles).toArray() as Promise<
        CityGroupsDoc[]
      >,
  };
}

/** The update that takes what was told, and adds the move when it means something for the city. */
function moved(told: Told): object[] {
  const counts = countsOf(told);
  const by = (name: keyof GroupCounts) => ({
    $subtract: [counts[name], { $ifNull: [`$counts.${name}`, 0] }],
  });
  const waiting = { $ifNull: ['$moves', []] };
  const move = { id: `${told._id}@${told.version}`, begun: by('begun'), formed: by('formed') };
  const stays = { $and: [{ $eq: [move.begun, 0] }, { $eq: [move.formed, 0] }] };
  const moves = { $cond: [stays, waiting, { $concatArrays: [waiting, [move]] }] };
  return [{ $replaceWith: { $mergeObjects: [{ $literal: { ...told, counts } }, { moves }] } }];
}

const countsOf = ({ shoppers, status }: Told): GroupCounts => {
  const begun = shoppers > 0 ? 1 : 0;
  return { begun, formed: status === 'formed' ? begun : 0 };
};
