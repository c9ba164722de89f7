import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type LeaderApplication } from '../../domain/leaderApplication';
import { type IdentityDeps } from '../deps';

type Wanted = PageWish & { readonly status: LeaderApplication['status'] };

/** Pending ones the longest waiting first, decided ones the newest first. @throws {Refused} MALFORMED_REQUEST */
export const listLeaderApplications = (
  { applications }: Pick<IdentityDeps, 'applications'>,
  { status, ...wish }: Wanted,
): Promise<Page<LeaderApplication>> => applications.inState(status, wish);
