import { type Tokens } from '#shared/contracts/identity/account';
import { type IssuedTokens } from '../usecases/signIn/beginSession';

export const presentTokens = (tokens: IssuedTokens): Tokens => ({
  accessToken: tokens.accessToken,
  accessTokenExpiresAt: tokens.accessTokenExpiresAt.toISOString(),
  refreshToken: tokens.refreshToken,
  refreshTokenExpiresAt: tokens.refreshTokenExpiresAt.toISOString(),
});
