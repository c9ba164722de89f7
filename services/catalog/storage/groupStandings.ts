import { type mongo } from 'mongoose';
import { isDuplicateKey } from '#shared/kit/http/mongoIdempotencyStore';
import { type GroupStanding } from '../domain/range';

/** Keeps the newest standing of each GroupBuy, however often and in whatever order it is told. */
export const groupStandingStore = (standings: mongo.Collection<GroupStanding>) => ({
  async hear(standing: GroupStanding): Promise<void> {
    const { _id, ...fields } = standing;
    await standings
      .updateOne({ _id, version: { $lt: standing.version } }, { $set: fields }, { upsert: true })
      // A newer one is there: the upsert tried to insert this one.
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
  },
});
