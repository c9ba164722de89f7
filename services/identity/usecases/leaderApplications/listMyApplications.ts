import { type Page } from '#shared/contracts/common';
import { type AccountId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type LeaderApplication } from '../../domain/leaderApplication';
import { type IdentityDeps } from '../deps';

/** The caller's applications, the newest first. @throws {Refused} MALFORMED_REQUEST for a cursor that is none of ours */
export const listMyApplications = (
  { applications }: Pick<IdentityDeps, 'applications'>,
  accountId: AccountId,
  wish: PageWish,
): Promise<Page<LeaderApplication>> => applications.ofAccount(accountId, wish);
