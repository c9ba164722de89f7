import { type Page } from '#shared/contracts/common';
import { AccountId } from '#shared/contracts/ids';
import { type Account } from '../../domain/account';
import { type AccountQuery } from '../../storage/accountSearch';
import { pageOf, readCursor } from '../../storage/pages';
import { type IdentityDeps } from '../deps';

type Wanted = Pick<AccountQuery, 'search' | 'role' | 'limit'> & { readonly cursor?: string | undefined };

/** Accounts that match, the newest first. @throws {Refused} MALFORMED_REQUEST for a cursor that is none of ours */
export function listAccounts(
  { accounts }: IdentityDeps,
  { cursor, limit, search, role }: Wanted,
): Promise<Page<Account>> {
  const after = readCursor(cursor, AccountId);
  return pageOf({
    limit,
    read: (count) => accounts.search({ search, role, after, limit: count }),
    placeOf: ({ openedAt, _id }) => ({ at: openedAt, id: _id }),
  });
}
