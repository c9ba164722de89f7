import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type AccountId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { modelOn, nativeOn } from '#shared/kit/mongo/models';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type Account } from '../domain/account';
import { foundBy } from '../domain/foundBy';
import { type AccountDocument, accountModel } from './accountModel';
import { type AccountQuery, searchAccounts } from './accountSearch';

/** Ways to name one person; each is unique among accounts. */
export type Identifier =
  { readonly phone: string } | { readonly wechatOpenid: string } | { readonly username: string };

export type NewAccount = Omit<Account, 'status' | 'version' | 'addresses'>;
/** New values of some fields; `undefined` takes a field away. */
export type AccountChange = {
  readonly [K in keyof Omit<Account, '_id' | 'version'>]?: Account[K] | undefined;
};

export type AccountStore = ReturnType<typeof accountStore>;

const living = { status: { $in: ['open', 'closed'] as const } };
const hidden = { projection: { outbox: 0, foundBy: 0 } };

/** The accounts of people who can sign in; every write that tells of itself leaves its event in the outbox. */
export function accountStore(connection: Connection, nudge: (document: { _id: unknown }) => void) {
  modelOn(connection, accountModel);
  const accounts: mongo.Collection<AccountDocument> = nativeOn(connection, accountModel);

  const one = async (filter: mongo.Filter<AccountDocument>): Promise<Account | undefined> =>
    ((await accounts.findOne({ ...living, ...filter }, hidden)) as Account | null) ?? undefined;

  return {
    collection: accounts,
    byId: (_id: AccountId) => one({ _id }),
    by: (identifier: Identifier) => one(identifier),
    byIds: async (ids: readonly AccountId[]) =>
      (await accounts.find({ _id: { $in: [...ids] }, ...living }, hidden).toArray()) as Account[],
    search: (query: AccountQuery, wish: PageWish): Promise<Page<Account>> =>
      searchAccounts(accounts, query, wish),
    /** Operators who are not closed out. */
    operators: async () =>
      (await accounts
        .find({ roles: 'operator', status: 'open' }, hidden)
        .sort({ openedAt: 1 })
        .toArray()) as Account[],

    /** Answers the account, or nothing when its id or an identifier of it is taken. */
    async open(account: NewAccount, event: OutboxEvent): Promise<Account | undefined> {
      const opened = { ...account, status: 'open' as const, addresses: [], version: 1 };
      try {
        await accounts.insertOne({ ...opened, foundBy: foundBy(account), outbox: [event] });
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
      nudge({ _id: account._id });
      return opened;
    },

    /**
     * Changes `account` if it is still as it was read.
     * @returns the account after it; `changed` when it is another by now; `taken` when an identifier belongs to somebody else.
     */
    async change(
      account: Account,
      change: AccountChange,
      event?: OutboxEvent,
    ): Promise<Account | 'changed' | 'taken'> {
      try {
        const after = await accounts.findOneAndUpdate(
          { _id: account._id, version: account.version, ...living },
          {
            ...fieldsOf({ ...change, foundBy: foundBy({ ...account, ...change }) }),
            $inc: { version: 1 },
            ...(event ? { $push: { outbox: event } } : {}),
          },
          { returnDocument: 'after', ...hidden },
        );
        if (after === null) return 'changed';
        if (event) nudge({ _id: account._id });
        return after as Account;
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
    },

    async signedIn(_id: AccountId, lastSignInAt: Date): Promise<void> {
      await accounts.updateOne(
        { _id },
        { $set: { lastSignInAt }, $unset: { 'password.unused': '' } },
        { writeConcern: { w: 1 } },
      );
    },
  };
}

function fieldsOf(change: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(change);
  const set = entries.filter(([, value]) => value !== undefined);
  const unset = entries.filter(([, value]) => value === undefined).map(([name]) => [name, ''] as const);
  return {
    ...(set.length > 0 ? { $set: Object.fromEntries(set) } : {}),
    ...(unset.length > 0 ? { $unset: Object.fromEntries(unset) } : {}),
  };
}
