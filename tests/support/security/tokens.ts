import { generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { createConnection } from 'mongoose';
import { accessToken } from '../../../shared/kit/auth/accessTokens';

type Subject = { readonly accountId: string; readonly roles: readonly string[] };

/** A token that identity really signed, but an hour ago: made with its own key, which only this machine can read. */
export const expiredToken = async (mongoUri: string, subject: Subject, now: Date): Promise<string> =>
  sign(subject, await identityKey(mongoUri), { now, seconds: -3_600 });

/** Tokens as identity gives them to people who have signed in, without all of them having to. */
export async function signedInTokens(
  mongoUri: string,
  subjects: readonly Subject[],
  now: Date,
): Promise<string[]> {
  const key = await identityKey(mongoUri);
  return Promise.all(subjects.map((subject) => sign(subject, key, { now, seconds: 600 })));
}

async function identityKey(mongoUri: string): Promise<Key> {
  const connection = await createConnection(mongoUri).asPromise();
  try {
    const keys = connection.getClient().db('lintuan_identity').collection('signing_keys');
    const newest = await keys.findOne({}, { sort: { period: 1 } });
    const jwk = newest?.['privateKey'] as JWK;
    return { kid: jwk.kid ?? '', key: await importJWK(jwk, accessToken.algorithm) };
  } finally {
    await connection.close();
  }
}

/** A token for an operator that somebody signed with a key of their own. */
export async function forgedToken(subject: Subject, now: Date): Promise<string> {
  const { privateKey } = await generateKeyPair(accessToken.algorithm);
  return sign({ ...subject, roles: ['operator'] }, { kid: 'mine', key: privateKey }, { now, seconds: 600 });
}

type Key = { readonly kid: string; readonly key: Parameters<SignJWT['sign']>[0] };

type Life = { readonly now: Date; readonly seconds: number };

function sign({ accountId, roles }: Subject, { kid, key }: Key, { now, seconds }: Life): Promise<string> {
  const at = Math.floor(now.getTime() / 1000);
  return new SignJWT({ sid: 'ses_forged1', roles: [...roles] })
    .setProtectedHeader({ alg: accessToken.algorithm, kid })
    .setSubject(accountId)
    .setIssuer(accessToken.issuer)
    .setAudience(accessToken.audience)
    .setIssuedAt(at - 7_200)
    .setExpirationTime(at + seconds)
    .sign(key);
}
