import { type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { AccountId } from '#shared/contracts/ids';
import { plainPhone } from '#shared/contracts/phone';
import { type Role } from '#shared/contracts/roles';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { fold } from '#shared/kit/search/fold';
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
        { projection: { outbox: 0, addresses: 0, foundBy: 0 } },
      ),
    present: (found) => found as unknown as Account,
  });

/** A phone may be typed with what people put between its digits. Nothing that can be looked for finds nobody. */
function matching(search: string): mongo.Filter<AccountDocument> {
  const wanted = [...new Set([fold(search), plainPhone(search)])].filter((text) => text !== '');
  return {
    $or:
      wanted.length === 0
        ? [{ foundBy: { $in: [] } }]
        : wanted.map((text) => ({ foundBy: startingWith(text) })),
  };
}

/** Up to the last character there is: the database compares code points. Within one text of the list, so that the index has both bounds. */
const startingWith = (text: string) => ({ $elemMatch: { $gte: text, $lt: `${text}\u{10ffff}` } });
