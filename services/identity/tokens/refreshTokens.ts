import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { SessionId } from '#shared/contracts/ids';

/**
 * A refresh token is `session.secret.mark`: the session it belongs to, 32 random bytes, and a mark (an HMAC under the session's
 * own key) by which any token of the family is recognised as once given out – so that reuse of an old one is told from a guess.
 */
export type RefreshToken = { readonly sessionId: SessionId; readonly secret: string; readonly mark: string };

export const newFamilyKey = (): string => randomBytes(32).toString('base64url');

export function newRefreshToken(sessionId: SessionId, familyKey: string): string {
  const secret = randomBytes(32).toString('base64url');
  return `${sessionId}.${secret}.${markOf(familyKey, secret)}`;
}

export function readRefreshToken(token: string): RefreshToken | undefined {
  const [session, secret, mark, ...rest] = token.split('.');
  const sessionId = SessionId.safeParse(session);
  if (!sessionId.success || !secret || !mark || rest.length > 0) return undefined;
  return { sessionId: sessionId.data, secret, mark };
}

/** Whether this family once gave out the token. */
export function isOfFamily(token: RefreshToken, familyKey: string): boolean {
  const [given, right] = [Buffer.from(token.mark), Buffer.from(markOf(familyKey, token.secret))];
  return given.length === right.length && timingSafeEqual(given, right);
}

const markOf = (familyKey: string, secret: string): string =>
  createHmac('sha256', familyKey).update(secret).digest().subarray(0, 16).toString('base64url');

/** What is stored of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** `successor` so that only who has `token` can read it: a retry after a lost reply gets the same one. */
export function seal(successor: string, token: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(token), iv);
  return Buffer.concat([iv, cipher.update(successor), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

export function unseal(sealed: string, token: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(token), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString();
}

const sealingKey = (token: string) =>
  Buffer.from(hkdfSync('sha256', token, '', 'lintuan refresh successor', 32));
