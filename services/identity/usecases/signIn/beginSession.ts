import { Refused } from '#shared/kit/domainError';
import { newId } from '#shared/kit/ids';
import { type Account } from '../../domain/account';
import { signAccessToken } from '../../tokens/accessTokens';
import { hashOf, newFamilyKey, newRefreshToken } from '../../tokens/refreshTokens';
import { type IdentityDeps } from '../deps';

/** A session ends when it was not used for this long. */
export const sessionDays = 60;

export type IssuedTokens = {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
};

/**
 * Begins a session of an account that proved itself.
 * @throws {Refused} ACCOUNT_CLOSED
 */
export async function beginSession(deps: IdentityDeps, account: Account): Promise<IssuedTokens> {
  if (!maySignIn(deps, account)) throw new Refused('ACCOUNT_CLOSED');
  const { sessions, accounts, keys, now } = deps;
  const startedAt = now();
  const _id = newId('ses', startedAt);
  const familyKey = newFamilyKey();
  const refreshToken = newRefreshToken(_id, familyKey);
  const expiresAt = sessionEnd(startedAt);
  await Promise.all([
    sessions.begin({
      _id,
      accountId: account._id,
      startedAt,
      expiresAt,
      familyKey,
      current: hashOf(refreshToken),
    }),
    accounts.signedIn(account._id, startedAt),
  ]);
  const access = await signAccessToken(keys, account, _id, startedAt);
  return {
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken,
    refreshTokenExpiresAt: expiresAt,
  };
}

/** Whether the account is open here: the accounts of a demo, whose sign-ins everybody knows, are so in a demo only. */
export const maySignIn = ({ demoCode }: Pick<IdentityDeps, 'demoCode'>, { status, demo }: Account): boolean =>
  status === 'open' && (demo !== true || demoCode !== undefined);

export const sessionEnd = (from: Date): Date => new Date(from.getTime() + sessionDays * 86_400_000);
