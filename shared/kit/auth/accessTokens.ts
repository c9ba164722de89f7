import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { AccountId, SessionId } from '../../contracts/ids';
import { Language } from '../../contracts/common';
import { Role } from '../../contracts/roles';
import { z } from '../../contracts/zod';
import { type Clock } from '../clock';
import { Refused } from '../domainError';
import { type AccountCaller } from '../http/caller';

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

const minRefetchMs = 10_000;

/**
 * Verifies access tokens against identity's public keys. Keys are fetched when one is missing (at most every ten seconds), so
 * that identity can rotate them; a verified token is remembered until it expires.
 * @throws {Refused} NOT_SIGNED_IN for anything that is not a token of ours, TOKEN_EXPIRED after its time.
 */
export function accessTokenVerifier(
  fetchKeys: () => Promise<JSONWebKeySet>,
  now: Clock,
): AccessTokenVerifier {
  const verified = new LRUCache<string, { caller: AccountCaller; expiresAt: number }>({ max: 20_000 });
  let keySet: ReturnType<typeof createLocalJWKSet> | undefined;
  let fetchedAt = 0;

  async function refresh(): Promise<void> {
    fetchedAt = now().getTime();
    keySet = createLocalJWKSet(await fetchKeys());
  }

  async function verify(token: string): Promise<JWTPayload> {
    if (!keySet) await refresh();
    const check = async () => {
      if (!keySet) throw new Refused('SERVICE_UNAVAILABLE');
      const { issuer, audience, algorithm } = accessToken;
      return (
        await jwtVerify(token, keySet, { issuer, audience, algorithms: [algorithm], currentDate: now() })
      ).payload;
    };
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || now().getTime() - fetchedAt < minRefetchMs)
        throw error;
      await refresh();
      return check();
    }
  }

  return async (token) => {
    const known = verified.get(token);
    if (known) {
      if (known.expiresAt > now().getTime()) return known.caller;
      verified.delete(token);
      throw new Refused('TOKEN_EXPIRED');
    }
    const claims = await verify(token).then((payload) => Claims.safeParse(payload), refuse);
    if (!claims.success) throw new Refused('NOT_SIGNED_IN');
    const { sub, sid, roles, lang, exp } = claims.data;
    const caller: AccountCaller = {
      kind: 'account',
      accountId: sub,
      sessionId: sid,
      roles,
      ...(lang === undefined ? {} : { language: lang }),
    };
    verified.set(token, { caller, expiresAt: exp * 1000 });
    return caller;
  };
}

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new Refused('TOKEN_EXPIRED');
  if (error instanceof errors.JOSEError) throw new Refused('NOT_SIGNED_IN');
  throw error;
}
