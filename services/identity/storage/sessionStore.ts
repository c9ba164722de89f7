import { type Connection } from 'mongoose';
import { type AccountId, type SessionId } from '#shared/contracts/ids';
import { defineModel, modelOn, nativeOn } from '#shared/kit/mongo/models';

/** One sign-in and the refresh tokens that followed from it: a family. */
export type Session = {
  _id: SessionId;
  accountId: AccountId;
  startedAt: Date;
  expiresAt: Date;
  /** Secret behind the mark by which tokens of this family are recognised, however old. */
  familyKey: string;
  /** SHA-256 of the one token that counts. */
  current: string;
  /** The token exchanged last, and its successor as only that token can read it. */
  previous?: { readonly hash: string; readonly sealedSuccessor: string; readonly exchangedAt: Date };
  /** Ended: kept, without its secrets' use, until no access token of it can be left. */
  endedAt?: Date;
};

const sessionModel = defineModel<Session>({
  name: 'Session',
  collection: 'sessions',
  fields: {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    startedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    familyKey: { type: String, required: true },
    current: { type: String, required: true },
    previous: Object,
    endedAt: Date,
  },
  indexes: [
    [{ accountId: 1 }],
    [{ endedAt: 1 }, { sparse: true }],
    [{ expiresAt: 1 }, { expireAfterSeconds: 0 }],
  ],
});

export type SessionStore = ReturnType<typeof sessionStore>;

/** So long an ended session is remembered: longer than an access token lives, whatever clocks say. */
const rememberedMs = 15 * 60_000;
const maxListed = 5_000;
const living = { endedAt: { $exists: false } };
const ending = (endedAt: Date) => ({
  $set: { endedAt, expiresAt: new Date(endedAt.getTime() + rememberedMs) },
});

/** Sessions: one that ended, or was not used for long, is dropped by a TTL index. */
export function sessionStore(connection: Connection) {
  modelOn(connection, sessionModel);
  const sessions = nativeOn(connection, sessionModel);
  return {
    async begin(session: Session): Promise<void> {
      await sessions.insertOne(session);
    },
    async byId(_id: SessionId, now: Date): Promise<Session | undefined> {
      return (await sessions.findOne({ _id, expiresAt: { $gt: now }, ...living })) ?? undefined;
    },
    /** Puts a successor in the place of `from`, if that is still the token that counts. */
    async exchange(
      _id: SessionId,
      from: string,
      to: Pick<Session, 'current' | 'previous' | 'expiresAt'>,
    ): Promise<boolean> {
      return (await sessions.updateOne({ _id, current: from, ...living }, { $set: to })).modifiedCount === 1;
    },
    async end(_id: SessionId, now: Date): Promise<void> {
      await sessions.updateOne({ _id, ...living }, ending(now));
    },
    /** Answers how many sessions were ended. */
    async endAll(accountId: AccountId, now: Date): Promise<number> {
      return (await sessions.updateMany({ accountId, ...living }, ending(now))).modifiedCount;
    },
    async isEnded(_id: SessionId): Promise<boolean> {
      const ended = await sessions.findOne({ _id, endedAt: { $exists: true } }, { projection: { _id: 1 } });
      return ended !== null;
    },
    /** What ended after `since`, the first ended first. */
    async endedSince(since: Date): Promise<{ _id: SessionId; endedAt: Date }[]> {
      const ended = await sessions
        .find({ endedAt: { $gt: since } }, { projection: { endedAt: 1 } })
        .sort({ endedAt: 1 })
        .limit(maxListed)
        .toArray();
      return ended.flatMap(({ _id, endedAt }) => (endedAt ? [{ _id, endedAt }] : []));
    },
  };
}
