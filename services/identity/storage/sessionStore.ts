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
  },
  indexes: [[{ accountId: 1 }], [{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
});

export type SessionStore = ReturnType<typeof sessionStore>;

/** Sessions that live: an ended one is deleted, an unused one dropped by a TTL index. */
export function sessionStore(connection: Connection) {
  modelOn(connection, sessionModel);
  const sessions = nativeOn(connection, sessionModel);
  return {
    async begin(session: Session): Promise<void> {
      await sessions.insertOne(session);
    },
    async byId(_id: SessionId, now: Date): Promise<Session | undefined> {
      return (await sessions.findOne({ _id, expiresAt: { $gt: now } })) ?? undefined;
    },
    /** Puts a successor in the place of `from`, if that is still the token that counts. */
    async exchange(
      _id: SessionId,
      from: string,
      to: Pick<Session, 'current' | 'previous' | 'expiresAt'>,
    ): Promise<boolean> {
      return (await sessions.updateOne({ _id, current: from }, { $set: to })).modifiedCount === 1;
    },
    async end(_id: SessionId): Promise<void> {
      await sessions.deleteOne({ _id });
    },
    /** Answers how many sessions were ended. */
    async endAll(accountId: AccountId): Promise<number> {
      return (await sessions.deleteMany({ accountId })).deletedCount;
    },
  };
}
