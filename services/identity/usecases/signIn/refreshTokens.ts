import { Refused } from '#shared/kit/domainError';
import { type Session } from '../../storage/sessionStore';
import { signAccessToken } from '../../tokens/accessTokens';
import {
  hashOf,
  isOfFamily,
  newRefreshToken,
  readRefreshToken,
  seal,
  unseal,
} from '../../tokens/refreshTokens';
import { type IssuedTokens, maySignIn, sessionEnd } from './beginSession';
import { type IdentityDeps } from '../deps';

/** So long a client that lost the reply may ask with the old token again. */
const repeatMs = 10_000;

/**
 * Exchanges a refresh token for its successor. One guarded write decides which of several requests exchanges it; the others get the
 * same successor. A token that was exchanged longer ago is in two hands: the whole session ends.
 * @throws {Refused} REFRESH_TOKEN_REFUSED
 */
export async function refreshTokens(deps: IdentityDeps, refreshToken: string): Promise<IssuedTokens> {
  const { sessions, accounts, keys, now } = deps;
  const read = readRefreshToken(refreshToken);
  const session = read && (await sessions.byId(read.sessionId, now()));
  if (!session || !isOfFamily(read, session.familyKey)) throw new Refused('REFRESH_TOKEN_REFUSED');
  const [account, successor] = await Promise.all([
    accounts.byId(session.accountId),
    exchange(deps, session, refreshToken),
  ]);
  if (!account || !maySignIn(deps, account)) {
    await sessions.end(session._id, now());
    throw new Refused('REFRESH_TOKEN_REFUSED');
  }
  const access = await signAccessToken(keys, account, session._id, now());
  return {
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken: successor,
    refreshTokenExpiresAt: sessionEnd(now()),
  };
}

async function exchange(deps: IdentityDeps, session: Session, token: string): Promise<string> {
  const { sessions, now, log } = deps;
  const hash = hashOf(token);
  if (session.current === hash) {
    const successor = newRefreshToken(session._id, session.familyKey);
    const exchanged = await sessions.exchange(session._id, hash, {
      current: hashOf(successor),
      previous: { hash, sealedSuccessor: seal(successor, token), exchangedAt: now() },
      expiresAt: sessionEnd(now()),
    });
    if (exchanged) return successor;
  }
  const { previous } = (await sessions.byId(session._id, now())) ?? {};
  if (previous?.hash === hash && now().getTime() - previous.exchangedAt.getTime() <= repeatMs)
    return unseal(previous.sealedSuccessor, token);
  log.warn({ accountId: session.accountId }, 'an exchanged refresh token came again: the session was ended');
  await sessions.end(session._id, now());
  throw new Refused('REFRESH_TOKEN_REFUSED');
}
