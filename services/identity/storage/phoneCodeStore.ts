import { type Connection } from 'mongoose';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';
import { phoneCodeRules } from '../domain/signInLock';

type PhoneCode = {
  _id: string;
  /** When codes were sent, the oldest first, at most one day's number of them. */
  sends: Date[];
  lastSentAt?: Date;
  code?: {
    hash: string;
    /** Who asked for it; tries of others are counted apart, so that nobody uses up the owner's. */
    source: string;
    expiresAt: Date;
    triesLeft: number;
    othersTriesLeft: number;
    usedAt?: Date;
  };
  forgetAt: Date;
};

const phoneCodeModel = defineModel<PhoneCode>({
  name: 'PhoneCode',
  collection: 'phone_codes',
  fields: {
    _id: { type: String, required: true },
    sends: { type: [Date], required: true },
    lastSentAt: Date,
    code: Object,
    forgetAt: { type: Date, required: true },
  },
  indexes: [[{ forgetAt: 1 }, { expireAfterSeconds: 0 }]],
});

export type PhoneCodeStore = ReturnType<typeof phoneCodeStore>;

const after = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000);

/** One-time codes by phone number: one counts at a time. */
export function phoneCodeStore(connection: Connection) {
  modelOn(connection, phoneCodeModel);
  const codes = nativeOn(connection, phoneCodeModel);
  const { lifetimeSeconds, pauseSeconds, perDay, triesPerCode, repeatSeconds } = phoneCodeRules;
  return {
    /** Puts a new code in the place of any other; false when too many were sent to this number lately. */
    async put(
      phone: string,
      { hash, source }: { hash: string; source: string },
      now: Date,
    ): Promise<boolean> {
      const expiresAt = after(now, lifetimeSeconds);
      const written = await guardedUpsert(() =>
        codes.updateOne(
          {
            _id: phone,
            $nor: [
              { lastSentAt: { $gt: after(now, -pauseSeconds) } },
              { [`sends.${perDay - 1}`]: { $exists: true }, 'sends.0': { $gt: after(now, -86_400) } },
            ],
          },
          {
            $set: {
              lastSentAt: now,
              code: { hash, source, expiresAt, triesLeft: triesPerCode, othersTriesLeft: triesPerCode },
              forgetAt: after(now, 2 * 86_400),
            },
            $push: { sends: { $each: [now], $slice: -perDay } },
          },
          { upsert: true },
        ),
      );
      return written !== undefined;
    },

    /** A code that could not be delivered may be sent again at once. */
    async notSent(phone: string, sentAt: Date): Promise<void> {
      await codes.updateOne({ _id: phone, lastSentAt: sentAt }, { $unset: { lastSentAt: '' } });
    },

    /** Uses up one try of `source`, and answers the hash that a right guess has; nothing when no code counts. */
    async take(phone: string, source: string, now: Date): Promise<string | undefined> {
      const counts = {
        _id: phone,
        'code.expiresAt': { $gt: now },
        $or: [{ 'code.usedAt': { $exists: false } }, { 'code.usedAt': { $gt: after(now, -repeatSeconds) } }],
      };
      const own = { 'code.source': source, 'code.triesLeft': { $gt: 0 } };
      const others = { 'code.source': { $ne: source }, 'code.othersTriesLeft': { $gt: 0 } };
      const taken =
        (await codes.findOneAndUpdate({ ...counts, ...own }, { $inc: { 'code.triesLeft': -1 } })) ??
        (await codes.findOneAndUpdate({ ...counts, ...others }, { $inc: { 'code.othersTriesLeft': -1 } }));
      return taken?.code?.hash;
    },

    /** From now on the code is spent, except for whoever missed the reply. */
    async used(phone: string, hash: string, now: Date): Promise<void> {
      await codes.updateOne(
        { _id: phone, 'code.hash': hash, 'code.usedAt': { $exists: false } },
        { $set: { 'code.usedAt': now } },
      );
    },
  };
}
