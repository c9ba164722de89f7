import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { type CityId, type CycleId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { byTime, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type City, type Cycle, type Window } from '../domain/range';
import { type Collections } from './collections';

/** The latest instant there is. */
export const endOfTime = new Date(8.64e15);

/** Cities know their selling windows, so that two cannot overlap; cycles follow what their city says. */
export function cycleStore({ cities, cycles }: Pick<Collections, 'cities' | 'cycles'>) {
  const overlaps = ({ cycleId, opensAt, cutoffAt }: Window) => ({
    windows: {
      $elemMatch: { cycleId: { $ne: cycleId }, opensAt: { $lt: cutoffAt }, cutoffAt: { $gt: opensAt } },
    },
  });

  return {
    one: async (cycleId: CycleId): Promise<Cycle> => found(await cycles.findOne({ _id: cycleId })),

    /** Adds a new window to its city; false when it overlaps another. The same window again is no error. */
    async addWindow(cityId: CityId, window: Window): Promise<boolean> {
      const { matchedCount } = await cities.updateOne(
        { _id: cityId, 'windows.cycleId': { $ne: window.cycleId }, $nor: [overlaps(window)] },
        { $push: { windows: window } },
      );
      if (matchedCount === 1) return true;
      return (
        (await cities.countDocuments({ _id: cityId, 'windows.cycleId': window.cycleId }, { limit: 1 })) === 1
      );
    },

    /** Moves a window that has the version before; false when it overlaps another or has changed meanwhile. */
    async moveWindow(cityId: CityId, window: Window): Promise<boolean> {
      const { matchedCount } = await cities.updateOne(
        {
          _id: cityId,
          windows: { $elemMatch: { cycleId: window.cycleId, version: window.version - 1 } },
          $nor: [overlaps(window)],
        },
        { $set: { 'windows.$[own]': window } },
        { arrayFilters: [{ 'own.cycleId': window.cycleId }] },
      );
      return matchedCount === 1;
    },

    /** Cities with windows that their cycles do not tell yet. */
    withPendingWindows: () => cities.find({ 'windows.pending': true }).limit(100).toArray(),

    /** Lets the cycle tell what its window says, unless it tells that or something newer. */
    async follow({ _id, timeZone }: City, window: Window, event: EventEnvelope): Promise<void> {
      const { cycleId, version, opensAt, cutoffAt, pickupDate } = window;
      const fields = { cityId: _id, timeZone, opensAt, cutoffAt, pickupDate, version };
      await guardedUpsert(() =>
        cycles.updateOne(
          { _id: cycleId, version: { $lt: version } },
          { $set: fields, $push: { outbox: event } },
          { upsert: true },
        ),
      );
      await cities.updateOne(
        { _id },
        { $set: { 'windows.$[own].pending': false } },
        { arrayFilters: [{ 'own.cycleId': cycleId, 'own.version': version }] },
      );
    },

    /** Forgets windows that nothing new can overlap. */
    forgetWindows: (before: Date) =>
      cities.updateMany({ windows: { $elemMatch: { cutoffAt: { $lt: before }, pending: false } } }, {
        $pull: { windows: { cutoffAt: { $lt: before }, pending: false } },
      } as unknown as mongo.UpdateFilter<City>),

    /** Latest cutoff first: windows of a city do not overlap, so that no two have the same. */
    page: (cityId: CityId, wish: PageWish): Promise<Page<Cycle>> =>
      pageByKey({
        order: [byTime('cutoffAt', 'falling')],
        wish,
        find: (beyond) => cycles.find({ cityId, ...beyond }),
        present: (cycle): Cycle => cycle,
      }),

    /** Cycles of a city that have not ended, earliest first. */
    notEnded: (cityId: CityId, now: Date, limit: number) =>
      cycles
        .find({ cityId, cutoffAt: { $gt: now } })
        .sort({ cutoffAt: 1 })
        .limit(limit)
        .toArray(),

    /** Cycles of all cities whose cutoff lies in [from, to), earliest first. */
    byCutoff: (from: Date, to: Date, limit = 1_000) =>
      cycles
        .find({ cutoffAt: { $gte: from, $lt: to } })
        .sort({ cutoffAt: 1 })
        .limit(limit)
        .toArray(),

    /** Cycles of a city that were open at some time in [from, to). */
    openWithin: (cityId: CityId, from: Date, to: Date) =>
      cycles
        .find({ cityId, cutoffAt: { $gt: from }, opensAt: { $lt: to } } satisfies mongo.Filter<Cycle>)
        .toArray(),
  };
}

export type CycleStore = ReturnType<typeof cycleStore>;
