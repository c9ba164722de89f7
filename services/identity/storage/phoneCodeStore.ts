import { type Connection } from 'mongoose';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';
import { phoneCodeRules } from '../domain/signInLock';

type PhoneCode = {
  /** The phone and who asked. What the first release wrote has the phone alone here; it counts no more and is forgotten by itself. */
  _id: string;
  phone: string;
  /** When codes were sent, the oldest first, at most one day's number of them. */
  sends: Date[];
  lastSentAt?: Date;
  code?: {
    hash: string;
    expiresAt: Date;
    triesLeft: number;
    /** Tries of others are counted apart, so that nobody uses up those of who asked. */
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
    phone: { type: String, required: true },
    sends: { type: [Date], required: true },
    lastSentAt: Date,
    code: Object,
    forgetAt: { type: Date, required: true },
  },
  indexes: [[{ forgetAt: 1 }, { expireAfterSeconds: 0 }], [{ phone: 1, lastSentAt: -1 }]],
});

export type PhoneCodeStore = ReturnType<typeof phoneCodeStore>;

const after = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000);

/** Who asked for codes to which phone. */
type Asked = { readonly phone: string; readonly source: string };
const idOf = ({ phone, source }: Asked) => `${phone} ${source}`;
/** A guess is compared with so many codes that others asked for: whoever asked on one network may sign in on another. */
const othersCompared = 3;

/** One-time codes by phone number and by who asked for them: of each asker one counts at a time. */
export function phoneCodeStore(connection: Connection) {
  modelOn(connection, phoneCodeModel);
  const codes = nativeOn(connection, phoneCodeModel);
  const { lifetimeSeconds, pauseSeconds, perDay, triesPerCode, repeatSeconds } = phoneCodeRules;
  const counting = (now: Date) => ({
    'code.expiresAt': { $gt: now },
    $or: [{ 'code.usedAt': { $exists: false } }, { 'code.usedAt': { $gt: after(now, -repeatSeconds) } }],
  });
  return {
    /** Puts a new code in the place of the asker's last; false when they had too many sent to this number lately. */
    async put(asked: Asked, hash: string, now: Date): Promise<boolean> {
      const expiresAt = after(now, lifetimeSeconds);
      const written = await guardedUpsert(() =>
        codes.updateOne(
          {
            _id: idOf(asked),
            $nor: [
              { lastSentAt: { $gt: after(now, -pauseSeconds) } },
              { [`sends.${perDay - 1}`]: { $exists: true }, 'sends.0': { $gt: after(now, -86_400) } },
            ],
          },
          {
            $set: {
              phone: asked.phone,
              lastSentAt: now,
              code: { hash, expiresAt, triesLeft: triesPerCode, othersTriesLeft: triesPerCode },
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
    async notSent(asked: Asked, sentAt: Date): Promise<void> {
      await codes.updateOne({ _id: idOf(asked), lastSentAt: sentAt }, { $unset: { lastSentAt: '' } });
    },

    /** Uses up one try of a guess at the asker's code and at the latest of others, and answers the hashes that a right guess has. */
    async take(asked: Asked, now: Date): Promise<string[]> {
      const { phone } = asked;
      const others = await codes
        .find({ phone, _id: { $ne: idOf(asked) }, 'code.othersTriesLeft': { $gt: 0 }, ...counting(now) })
        .sort({ lastSentAt: -1 })
        .limit(othersCompared)
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      const tries = [
        { _id: idOf(asked), left: 'code.triesLeft' },
        ...others.map(({ _id }) => ({ _id, left: 'code.othersTriesLeft' })),
      ];
      const taken = await Promise.all(
        tries.map(({ _id, left }) =>
          codes.findOneAndUpdate({ _id, [left]: { $gt: 0 }, ...counting(now) }, { $inc: { [left]: -1 } }),
        ),
      );
      return taken.flatMap((found) => found?.code?.hash ?? []);
    },

    /** From now on the code is spent, except for whoever missed the reply. */
    async used(phone: string, hash: string, now: Date): Promise<void> {
      await codes.updateOne(
        { phone, 'code.hash': hash, 'code.usedAt': { $exists: false } },
        { $set: { 'code.usedAt': now } },
      );
    },
  };
}
