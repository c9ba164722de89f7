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

    async toClear(limit: number): Promise<AccountId[]> {
      const found = await accounts
        .find({ clearingDue: true }, { projection: { _id: 1 } })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },

    async cleared(_id: AccountId): Promise<void> {
      await accounts.updateOne({ _id }, { $unset: { clearingDue: '' } });
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
