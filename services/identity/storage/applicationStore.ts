import { type Connection, type mongo } from 'mongoose';
import { type AccountId, type LeaderApplicationId, type PickupPointId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { modelOn, nativeOn } from '#shared/kit/mongo/models';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type LeaderApplication } from '../domain/leaderApplication';
import { type ApplicationDocument, applicationModel } from './applicationModel';
import { type After } from './pages';

export type Approved = Extract<LeaderApplication, { status: 'approved' }>;
export type Decision =
  | { readonly status: 'approved'; readonly leadsPickupPointId: PickupPointId; readonly roleDue: true }
  | { readonly status: 'rejected'; readonly rejectedBecause: string };
export type ApplicationStore = ReturnType<typeof applicationStore>;

const hidden = { projection: { outbox: 0 } };

/** Applications to become a leader. */
export function applicationStore(connection: Connection, nudge: (document: { _id: unknown }) => void) {
  modelOn(connection, applicationModel);
  const applications: mongo.Collection<ApplicationDocument> = nativeOn(connection, applicationModel);

  async function list(
    filter: mongo.Filter<ApplicationDocument>,
    {
      after,
      limit,
      direction,
    }: { after?: After<LeaderApplicationId> | undefined; limit: number; direction: 1 | -1 },
  ): Promise<LeaderApplication[]> {
    const beyond = direction === 1 ? '$gt' : '$lt';
    const rest = after && {
      $or: [{ appliedAt: { [beyond]: after.at } }, { appliedAt: after.at, _id: { [beyond]: after.id } }],
    };
    return applications
      .find({ ...filter, ...rest } as mongo.Filter<ApplicationDocument>, hidden)
      .sort({ appliedAt: direction, _id: direction })
      .limit(limit)
      .toArray();
  }

  return {
    collection: applications,
    async byId(_id: LeaderApplicationId): Promise<LeaderApplication | undefined> {
      return (await applications.findOne({ _id }, hidden)) ?? undefined;
    },
    /** False when the account has a pending one. */
    async add(application: LeaderApplication): Promise<boolean> {
      try {
        await applications.insertOne({ ...application });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async latestOf(accountId: AccountId): Promise<LeaderApplication | undefined> {
      const [latest] = await list({ accountId }, { limit: 1, direction: -1 });
      return latest;
    },
    ofAccount: (accountId: AccountId, after: After<LeaderApplicationId> | undefined, limit: number) =>
      list({ accountId }, { after, limit, direction: -1 }),
    inState: (
      status: LeaderApplication['status'],
      after: After<LeaderApplicationId> | undefined,
      limit: number,
    ) => list({ status }, { after, limit, direction: status === 'pending' ? 1 : -1 }),

    /** Decides an application that is still pending; nothing when it is not. */
    async decide(
      _id: LeaderApplicationId,
      decision: Decision,
      by: { readonly decidedAt: Date; readonly decidedBy: AccountId; readonly event?: OutboxEvent },
    ): Promise<LeaderApplication | undefined> {
      const { event, ...decided } = by;
      const after = await applications.findOneAndUpdate(
        { _id, status: 'pending' },
        {
          $set: { ...decision, ...decided },
          $inc: { version: 1 },
          ...(event ? { $push: { outbox: event } } : {}),
        },
        { returnDocument: 'after', ...hidden },
      );
      if (after && event) nudge({ _id });
      return after ?? undefined;
    },
    async awaitingRole(limit: number): Promise<Approved[]> {
      return (await applications.find({ roleDue: true }, hidden).limit(limit).toArray()) as Approved[];
    },
    async roleGiven(_id: LeaderApplicationId): Promise<void> {
      await applications.updateOne({ _id }, { $unset: { roleDue: '' } });
    },
    /** Deletes what an account applied for; answers whether everything could go (an event may still have to leave). */
    async removeOf(accountId: AccountId): Promise<boolean> {
      await applications.deleteMany({ accountId, 'outbox.0': { $exists: false } });
      return (await applications.findOne({ accountId }, { projection: { _id: 1 } })) === null;
    },
  };
}
