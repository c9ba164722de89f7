import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId, LeaderApplicationId, type PickupPointId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { modelOn, nativeOn } from '#shared/kit/mongo/models';
import { byId, byTime, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type LeaderApplication } from '../domain/leaderApplication';
import { type ApplicationDocument, applicationModel } from './applicationModel';

export type Approved = Extract<LeaderApplication, { status: 'approved' }>;
export type Decision =
  | { readonly status: 'approved'; readonly leadsPickupPointId: PickupPointId; readonly roleDue: true }
  | { readonly status: 'rejected'; readonly rejectedBecause: string };
export type ApplicationStore = ReturnType<typeof applicationStore>;

type Filter = mongo.Filter<ApplicationDocument>;

const hidden = { projection: { outbox: 0 } };

/** Applications to become a leader. */
export function applicationStore(connection: Connection, nudge: (document: { _id: unknown }) => void) {
  modelOn(connection, applicationModel);
  const applications: mongo.Collection<ApplicationDocument> = nativeOn(connection, applicationModel);

  const page = (
    filter: Filter,
    direction: 'rising' | 'falling',
    wish: PageWish,
  ): Promise<Page<LeaderApplication>> =>
    pageByKey({
      order: [byTime('appliedAt', direction), byId('_id', LeaderApplicationId, direction)],
      wish,
      find: (beyond) => applications.find({ $and: [filter, beyond] }, hidden),
      present: (found): LeaderApplication => found,
    });

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
      return (await page({ accountId }, 'falling', { limit: 1 })).items[0];
    },
    ofAccount: (accountId: AccountId, wish: PageWish) => page({ accountId }, 'falling', wish),
    inState: (status: LeaderApplication['status'], wish: PageWish) =>
      page({ status }, status === 'pending' ? 'rising' : 'falling', wish),

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
