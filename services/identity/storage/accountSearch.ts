import { type mongo } from 'mongoose';
import { type AccountId } from '#shared/contracts/ids';
import { plainPhone } from '#shared/contracts/phone';
import { type Role } from '#shared/contracts/roles';
import { type Account } from '../domain/account';
import { type AccountDocument } from './accountModel';
import { type After } from './pages';

export type AccountQuery = {
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly after?: After<AccountId> | undefined;
  readonly limit: number;
};

/** Accounts that match, the newest first, at most `limit`. */
export async function searchAccounts(
  accounts: mongo.Collection<AccountDocument>,
  { search, role, after, limit }: AccountQuery,
): Promise<Account[]> {
  const filter: mongo.Filter<AccountDocument> = {
    status: { $in: ['open', 'closed'] },
    ...(role === undefined ? {} : { roles: role }),
    $and: [
      ...(search === undefined ? [] : [matching(search)]),
      ...(after === undefined ? [] : [olderThan(after)]),
      {},
    ],
  };
  const found = await accounts
    .find(filter, { projection: { outbox: 0, addresses: 0 } })
    .sort({ openedAt: -1, _id: -1 })
    .limit(limit)
    .toArray();
  return found as unknown as Account[];
}

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

const olderThan = ({ at, id }: After<AccountId>): mongo.Filter<AccountDocument> => ({
  $or: [{ openedAt: { $lt: at } }, { openedAt: at, _id: { $lt: id } }],
});
