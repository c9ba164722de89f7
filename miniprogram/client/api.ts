import { showToast } from '@/design/components/Toast';
import { currentLanguage } from '@/i18n/language';
import { translateNow } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { gatewayUrl } from '@/platform/config';
import { createApi, createCaller } from './caller';
import { clientTexts } from './clientTexts';
import { sendHttp } from './http';
import { adoptKeptSession, endSession, renewTokens } from './session';
import { createTokenSource } from './tokens';

/** A good access token, renewed when need be; nothing without a session. */
export const accessToken = createTokenSource({
  session: adoptKeptSession,
  refresh: (refreshToken) => api.identity.refreshTokens({ body: { refreshToken } }),
  renewed: renewTokens,
  // Nobody asked for it: what was open closes, so it is said why.
  ended: () => {
    endSession();
    showToast(translateNow(clientTexts)('sessionEnded'), 'info');
  },
  now: serverNow,
});

/** The services: `api.orders.placeOrder({ body })`. Throws `ApiProblem`. */
export const api = createApi(
  createCaller({ baseUrl: gatewayUrl, send: sendHttp, language: currentLanguage, accessToken }),
);
