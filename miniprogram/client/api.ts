import { currentLanguage } from '@/i18n/language';
import { serverNow } from '@/platform/clock';
import { gatewayUrl } from '@/platform/config';
import { createApi, createCaller } from './caller';
import { sendHttp } from './http';
import { adoptKeptSession, endSession, renewTokens } from './session';
import { createTokenSource } from './tokens';

/** A good access token, renewed when need be; nothing without a session. */
export const accessToken = createTokenSource({
  session: adoptKeptSession,
  refresh: (refreshToken) => api.identity.refreshTokens({ body: { refreshToken } }),
  renewed: renewTokens,
  ended: endSession,
  now: serverNow,
});

/** The services: `api.orders.placeOrder({ body })`. Throws `ApiProblem`. */
export const api = createApi(
  createCaller({ baseUrl: gatewayUrl, send: sendHttp, language: currentLanguage, accessToken }),
);
