import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { type Collections } from './models';

/** So many wrong codes are free; each further one locks for twice as long, up to an hour. */
const freeTries = 8;
const firstLockMs = 60_000;
const longestLockMs = 3600_000;

/** Tries at pickup codes, counted in the database: it is the same count for every process. */
export function guessStore({ guesses }: Collections) {
  return {
    /**
     * Takes one try before the code is looked at, so that tries at the same time are counted too.
     * @returns until when `who` is locked; undefined when the try may be made.
     */
    async take(who: string, now: Date): Promise<Date | undefined> {
      const tries = { $add: [{ $ifNull: ['$tries', 0] }, 1] };
      const lockMs = {
        $min: [longestLockMs, { $multiply: [firstLockMs, { $pow: [2, { $subtract: [tries, freeTries] }] }] }],
      };
      const update = () =>
        guesses.updateOne(
          { _id: who, lockedUntil: { $not: { $gt: now } } },
          [
            {
              $set: {
                tries,
                lockedUntil: { $cond: [{ $gte: [tries, freeTries] }, { $add: [now, lockMs] }, now] },
                touchedAt: now,
              },
            },
          ],
          { upsert: true },
        );
      for (;;) {
        if (await guardedUpsert(update)) return undefined;
        // Locked – unless the lock was given back at this moment.
        const found = await guesses.findOne({ _id: who });
        if (found?.lockedUntil && found.lockedUntil > now) return found.lockedUntil;
      }
    },
    /** The code was right: the try does not count. */
    async giveBack(who: string, now: Date): Promise<void> {
      await guesses.updateOne(
        { _id: who, tries: { $gt: 0 } },
        { $inc: { tries: -1 }, $set: { lockedUntil: now } },
      );
    },
  };
}
