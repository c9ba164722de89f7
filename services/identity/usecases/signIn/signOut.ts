import { type SessionId } from '#shared/contracts/ids';
import { type IdentityDeps } from '../deps';

/** Ends one session, and with it its access tokens; one that ended already is no error. */
export const signOut = ({ sessions, now }: IdentityDeps, sessionId: SessionId): Promise<void> =>
  sessions.end(sessionId, now());
