import { type Connection } from 'mongoose';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import {
  firstLockSeconds,
  freeTries,
  knownSeconds,
  maxLockSeconds,
  triesForgottenSeconds,
} from '../domain/signInLock';

type SignInTries = { _id: string; failures: number; lockedUntil?: Date; forgetAt: Date };

const signInTriesModel = defineModel<SignInTries>({
  name: 'SignInTries',
  collection: 'sign_in_tries',
  fields: {
    _id: { type: String, required: true },
    failures: { type: Number, required: true },
    lockedUntil: Date,
    forgetAt: { type: Date, required: true },
  },
  indexes: [[{ forgetAt: 1 }, { expireAfterSeconds: 0 }]],
});

export type SignInTryStore = ReturnType<typeof signInTryStore>;

const knownId = (name: string, subscriber: string) => `known ${name} ${subscriber}`;

/** Counts guesses at somebody's secret, in the database, so that all processes count together. */
export function signInTryStore(connection: Connection) {
  modelOn(connection, signInTriesModel);
  const tries = nativeOn(connection, signInTriesModel);
  return {
    /**
     * Counts a try before its secret is looked at, and locks, in one write: of guesses made at the same time no more than `free` pass.
     * @returns false when the name is locked.
     */
    async take(name: string, now: Date, free = freeTries): Promise<boolean> {
      const forgetAt = new Date(now.getTime() + triesForgottenSeconds * 1000);
      const failures = { $add: [{ $ifNull: ['$failures', 0] }, 1] };
      const doublings = { $min: [{ $subtract: [failures, free] }, 20] };
      const seconds = { $min: [maxLockSeconds, { $multiply: [firstLockSeconds, { $pow: [2, doublings] }] }] };
      const lockedUntil = { $add: [now, { $multiply: [seconds, 1000] }] };
      const counted = await guardedUpsert(() =>
        tries.findOneAndUpdate(
          { _id: name, $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now } }] },
          [
            {
              $set: {
                failures,
                forgetAt,
                lockedUntil: { $cond: [{ $gte: [failures, free] }, lockedUntil, '$lockedUntil'] },
              },
            },
          ],
          { upsert: true, returnDocument: 'after' },
        ),
      );
      return Boolean(counted);
    },
    /** Remembers that `subscriber` has signed in to `name`. */
    async know(name: string, subscriber: string, now: Date): Promise<void> {
      const forgetAt = new Date(now.getTime() + knownSeconds * 1000);
      await tries.updateOne(
        { _id: knownId(name, subscriber) },
        { $set: { failures: 0, forgetAt } },
        { upsert: true },
      );
    },
    async isKnown(name: string, subscriber: string, now: Date): Promise<boolean> {
      const known = await tries.findOne({ _id: knownId(name, subscriber), forgetAt: { $gt: now } });
      return known !== null;
    },
    /** The secret was right. */
    async forget(name: string): Promise<void> {
      await tries.deleteOne({ _id: name });
    },
  };
}
