import { type Connection } from 'mongoose';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { lockSeconds, triesForgottenSeconds } from '../domain/signInLock';

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

/** Counts guesses at somebody's secret, in the database, so that all processes count together. */
export function signInTryStore(connection: Connection) {
  modelOn(connection, signInTriesModel);
  const tries = nativeOn(connection, signInTriesModel);
  return {
    /**
     * Counts a try before its secret is looked at, so that guesses made at the same time count too.
     * @returns false when the name is locked.
     */
    async take(name: string, now: Date): Promise<boolean> {
      const forgetAt = new Date(now.getTime() + triesForgottenSeconds * 1000);
      const counted = await guardedUpsert(() =>
        tries.findOneAndUpdate(
          { _id: name, $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now } }] },
          { $inc: { failures: 1 }, $set: { forgetAt } },
          { upsert: true, returnDocument: 'after' },
        ),
      );
      if (!counted) return false;
      const seconds = lockSeconds(counted.failures);
      if (seconds > 0) {
        const lockedUntil = new Date(now.getTime() + seconds * 1000);
        await tries.updateOne({ _id: name }, { $max: { lockedUntil } });
      }
      return true;
    },
    /** The secret was right. */
    async forget(name: string): Promise<void> {
      await tries.deleteOne({ _id: name });
    },
  };
}
