import { SignJWT } from 'jose';
import { type SessionId } from '#shared/contracts/ids';
import { accessToken } from '#shared/kit/auth/accessTokens';
import { type Account, effectiveRoles } from '../domain/account';
import { type SigningKeys } from './signingKeys';

export const accessTokenSeconds = 600;

/** An access token for one session of an account, with the roles of this moment; it lives ten minutes. */
export async function signAccessToken(
  keys: SigningKeys,
  account: Account,
  sessionId: SessionId,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const { kid, key } = await keys.signing();
  const seconds = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT({ sid: sessionId, roles: effectiveRoles(account), lang: account.language })
    .setProtectedHeader({ alg: accessToken.algorithm, kid })
    .setIssuer(accessToken.issuer)
    .setAudience(accessToken.audience)
    .setSubject(account._id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + accessTokenSeconds)
    .sign(key);
  return { token, expiresAt: new Date((seconds + accessTokenSeconds) * 1000) };
}
