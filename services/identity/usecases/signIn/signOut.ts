import { type SessionId } from '#shared/contracts/ids';
import { type IdentityDeps } from '../deps';

/** Ends one session; one that ended already is no error. */
export const signOut = ({ sessions }: IdentityDeps, sessionId: SessionId): Promise<void> =>
  sessions.end(sessionId);
