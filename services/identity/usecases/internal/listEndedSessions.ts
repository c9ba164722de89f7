import { type SessionId } from '#shared/contracts/ids';
import { type IdentityDeps } from '../deps';

/** Sessions that ended after `since`, as long as access tokens of theirs may be out. */
export const listEndedSessions = (
  { sessions }: IdentityDeps,
  since: Date,
): Promise<{ _id: SessionId; endedAt: Date }[]> => sessions.endedSince(since);
