import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Account } from '../../domain/account';
import { type AccountQuery } from '../../storage/accountSearch';
import { type IdentityDeps } from '../deps';

/** Accounts that match, the newest first. @throws {Refused} MALFORMED_REQUEST for a cursor that is none of ours */
export const listAccounts = (
  { accounts }: Pick<IdentityDeps, 'accounts'>,
  { search, role, ...wish }: AccountQuery & PageWish,
): Promise<Page<Account>> => accounts.search({ search, role }, wish);
