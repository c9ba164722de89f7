import { decodeProtectedHeader, errors, type JSONWebKeySet, jwtVerify, type JWTVerifyResult } from 'jose';
import { LRUCache } from 'lru-cache';
import { AccountId, SessionId } from '../../contracts/ids';
import { Language } from '../../contracts/common';
import { Role } from '../../contracts/roles';
import { z } from '../../contracts/zod';
import { type Clock } from '../clock';
import { Refused } from '../domainError';
import { type AccountCaller } from '../http/caller';
import { publishedKeys } from './publishedKeys';

/** What an access token says, and how it is signed: fixed, so that a token for anything else is refused. */
export const accessToken = {
  issuer: 'lintuan-identity',
  audience: 'lintuan',
  algorithm: 'EdDSA',
} as const;

const Claims = z.object({
  sub: AccountId,
  sid: SessionId,
  roles: z.array(Role),
  lang: Language.optional(),
  exp: z.number(),
});

export type AccessTokenVerifier = (token: string) => Promise<AccountCaller>;
type Verified = {
  readonly caller: AccountCaller;
  readonly kid: string | undefined;
  readonly expiresAt: number;
};

/**
 * Verifies access tokens against identity's public keys; a verified token is remembered until it expires or its key is withdrawn.
 * @param isEnded whether a session has ended: its access tokens end with it
 * @throws {Refused} NOT_SIGNED_IN for anything that is not a token of ours, TOKEN_EXPIRED after its time, its key's or its session's.
 */
export function accessTokenVerifier(
  fetchKeys: () => Promise<JSONWebKeySet>,
  now: Clock,
  isEnded: (sessionId: SessionId) => Promise<boolean>,
): AccessTokenVerifier {
  const keys = publishedKeys(fetchKeys, now);
  const verified = new LRUCache<string, Verified>({ max: 20_000 });

  async function check(token: string): Promise<JWTVerifyResult> {
    const { issuer, audience, algorithm } = accessToken;
    const expected = { issuer, audience, algorithms: [algorithm], currentDate: now() };
    return jwtVerify(token, await keys.current(), expected);
  }
  const verify = (token: string) =>
    check(token).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (keys.isWithdrawn(decodeProtectedHeader(token).kid)) throw new Refused('TOKEN_EXPIRED');
      if (!(await keys.lookAgain())) throw error;
      return check(token);
    });

  return async (token) => {
    const caller = await callerOf(token);
    if (await isEnded(caller.sessionId)) throw new Refused('TOKEN_EXPIRED');
    return caller;
  };

  async function callerOf(token: string): Promise<AccountCaller> {
    await keys.current();
    const known = verified.get(token);
    if (known) {
      if (known.expiresAt > now().getTime() && !keys.isWithdrawn(known.kid)) return known.caller;
      verified.delete(token);
      throw new Refused('TOKEN_EXPIRED');
    }
    const { payload, protectedHeader } = await verify(token).catch(refuse);
    const claims = Claims.safeParse(payload);
    if (!claims.success) throw new Refused('NOT_SIGNED_IN');
    const { sub, sid, roles, lang, exp } = claims.data;
    const caller: AccountCaller = {
      kind: 'account',
      accountId: sub,
      sessionId: sid,
      roles,
      ...(lang === undefined ? {} : { language: lang }),
    };
    verified.set(token, { caller, kid: protectedHeader.kid, expiresAt: exp * 1000 });
    return caller;
  }
}

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new Refused('TOKEN_EXPIRED');
  if (error instanceof errors.JOSEError) throw new Refused('NOT_SIGNED_IN');
  throw error;
}
