import { type mongo } from 'mongoose';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { type GroupStanding } from '../domain/range';

/** Keeps the newest standing of each GroupBuy, however often and in whatever order it is told. */
export const groupStandingStore = (standings: mongo.Collection<GroupStanding>) => ({
  async hear(standing: GroupStanding): Promise<void> {
    const { _id, ...fields } = standing;
    await guardedUpsert(() =>
      standings.updateOne({ _id, version: { $lt: standing.version } }, { $set: fields }, { upsert: true }),
    );
  },
});

export type GroupStandingStore = ReturnType<typeof groupStandingStore>;
