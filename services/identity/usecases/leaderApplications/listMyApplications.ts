import { type Page } from '#shared/contracts/common';
import { type AccountId, LeaderApplicationId } from '#shared/contracts/ids';
import { type LeaderApplication, placeOf } from '../../domain/leaderApplication';
import { pageOf, type PageWanted, readCursor } from '../../storage/pages';
import { type IdentityDeps } from '../deps';

/** The caller's applications, the newest first. @throws {Refused} MALFORMED_REQUEST for a cursor that is none of ours */
export function listMyApplications(
  { applications }: IdentityDeps,
  accountId: AccountId,
  { cursor, limit }: PageWanted,
): Promise<Page<LeaderApplication>> {
  const after = readCursor(cursor, LeaderApplicationId);
  return pageOf({ limit, read: (count) => applications.ofAccount(accountId, after, count), placeOf });
}
