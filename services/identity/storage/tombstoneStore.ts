import { type Connection } from 'mongoose';
import { type AccountId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type Account } from '../domain/account';
import { accountModel } from './accountModel';

export type TombstoneStore = ReturnType<typeof tombstoneStore>;

/** Fields that outlive their person: nothing that tells who it was. */
const kept = new Set(['_id', 'status', 'version', 'outbox', 'deletedAt', 'clearingDue']);
const personal = Object.fromEntries(
  Object.keys(accountModel.schema.paths)
    .filter((path) => !kept.has(path))
    .map((path) => [path, '' as const]),
);

/** Accounts on their way to nothing. */
export function tombstoneStore(connection: Connection, nudge: (document: { _id: unknown }) => void) {
  const accounts = nativeOn(connection, accountModel);
  return {
    /** Takes everything personal out of an account, if it is still as it was read. */
    async bury(account: Account, deletedAt: Date, event: OutboxEvent): Promise<boolean> {
      const { modifiedCount } = await accounts.updateOne(
        { _id: account._id, version: account.version, status: { $ne: 'deleted' } },
        {
          $set: { status: 'deleted', deletedAt, clearingDue: true },
          $unset: personal,
          $inc: { version: 1 },
          $push: { outbox: event },
        },
      );
      if (modifiedCount === 1) nudge({ _id: account._id });
      return modifiedCount === 1;
    },

    /** Who was deleted and may still have left something, the longest gone first. */
    toClear(limit: number): Promise<{ _id: AccountId; deletedAt: Date }[]> {
      return accounts
        .find({ clearingDue: true }, { projection: { deletedAt: 1 } })
        .sort({ deletedAt: 1 })
        .limit(limit)
        .map(({ _id, deletedAt = new Date(0) }) => ({ _id, deletedAt }))
        .toArray();
    },

    /** Nothing of the account is left here: that tells the others, too. */
    async cleared(_id: AccountId, event: OutboxEvent): Promise<void> {
      const { modifiedCount } = await accounts.updateOne(
        { _id, clearingDue: true },
        { $unset: { clearingDue: '' }, $push: { outbox: event } },
      );
      if (modifiedCount === 1) nudge({ _id });
    },

    /** Removes what has lain long enough and has nothing left to tell. */
    async removeOlderThan(deletedAt: Date): Promise<void> {
      await accounts.deleteMany({
        status: 'deleted',
        deletedAt: { $lt: deletedAt },
        clearingDue: { $exists: false },
        'outbox.0': { $exists: false },
      });
    },
  };
}
