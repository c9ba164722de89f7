import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { AccountId } from '#shared/contracts/ids';
import { plainPhone } from '#shared/contracts/phone';
import { type Role } from '#shared/contracts/roles';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type Account } from '../domain/account';
import { type AccountDocument } from './accountModel';

export type AccountQuery = {
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
};

/** Accounts that match, the newest first. */
export const searchAccounts = (
  accounts: mongo.Collection<AccountDocument>,
  { search, role }: AccountQuery,
  wish: PageWish,
): Promise<Page<Account>> =>
  pageByKey({
    order: newestFirst('openedAt', AccountId),
    wish,
    find: (beyond) =>
      accounts.find(
        {
          status: { $in: ['open', 'closed'] },
          ...(role === undefined ? {} : { roles: role }),
          $and: [...(search === undefined ? [] : [matching(search)]), beyond],
        },
        { projection: { outbox: 0, addresses: 0 } },
      ),
    present: (found) => found as unknown as Account,
  });

/** Each way to search is the beginning of an indexed field, so that the index bounds the work. */
function matching(search: string): mongo.Filter<AccountDocument> {
  const digits = plainPhone(search);
  return {
    $or: [
      { displayName: startingWith(search) },
      { username: startingWith(search.toLowerCase()) },
      ...(/^\d{4}$/.test(digits) ? [{ phoneTail: digits }] : []),
      ...(/^\d{5,11}$/.test(digits) ? [{ phone: startingWith(digits) }] : []),
    ],
  };
}

/** Up to the last character there is: the database compares code points. */
const startingWith = (text: string) => ({ $gte: text, $lt: `${text}\u{10ffff}` });
