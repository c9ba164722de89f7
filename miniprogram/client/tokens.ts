import { type Tokens } from '#shared/contracts/identity/account';
import { isProblem } from './apiProblem';
import { type Session } from './session';

type TokenDeps = {
  /** The session as this device keeps it now, also by another window. */
  readonly session: () => Session | undefined;
  readonly refresh: (refreshToken: string) => Promise<Tokens>;
  readonly renewed: (tokens: Tokens) => void;
  readonly ended: () => void;
  readonly now: () => number;
};

/** Renewed so long before it expires that no call travels with a token that ends on the way. */
const spareMs = 30_000;

/**
 * Gives an access token that is still good. Refresh tokens are single-use, so however many calls ask at once, one refresh is made.
 * A refused refresh ends the session.
 */
export const createTokenSource = ({ session, refresh, renewed, ended, now }: TokenDeps) => {
  let inFlight: Promise<string | undefined> | undefined;

  const renew = async (refreshToken: string): Promise<string | undefined> => {
    try {
      const tokens = await refresh(refreshToken);
      renewed(tokens);
      return tokens.accessToken;
    } catch (error) {
      if (!isProblem(error, 'REFRESH_TOKEN_REFUSED', 'ACCOUNT_CLOSED')) throw error;
      ended();
      return undefined;
    }
  };

  return async (mustRenew = false): Promise<string | undefined> => {
    if (inFlight) return inFlight;
    const current = session();
    if (!current) return undefined;
    const { accessToken, accessTokenExpiresAt, refreshToken } = current.tokens;
    if (!mustRenew && Date.parse(accessTokenExpiresAt) - now() > spareMs) return accessToken;
    inFlight = renew(refreshToken).finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  };
};
