import { type Page } from '#shared/contracts/common';
import { LeaderApplicationId } from '#shared/contracts/ids';
import { type LeaderApplication, placeOf } from '../../domain/leaderApplication';
import { pageOf, type PageWanted, readCursor } from '../../storage/pages';
import { type IdentityDeps } from '../deps';

type Wanted = PageWanted & { readonly status: LeaderApplication['status'] };

/** Pending ones the longest waiting first, decided ones the newest first. @throws {Refused} MALFORMED_REQUEST */
export function listLeaderApplications(
  { applications }: IdentityDeps,
  { status, cursor, limit }: Wanted,
): Promise<Page<LeaderApplication>> {
  const after = readCursor(cursor, LeaderApplicationId);
  return pageOf({ limit, read: (count) => applications.inState(status, after, count), placeOf });
}
