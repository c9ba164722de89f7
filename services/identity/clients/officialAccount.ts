import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type OfficialAccount } from '../usecases/deps';

export type OfficialAccountOptions = {
  readonly appId: string;
  readonly appSecret: string;
  /** `https://api.weixin.qq.com`, or the sandbox's address. */
  readonly apiUrl: string;
  /** Where people are led to: `https://open.weixin.qq.com`, or the sandbox's address. */
  readonly openUrl: string;
  /** Where they come back to: `https://shop.example`. */
  readonly publicUrl: string;
};

const timeoutMs = 5_000;
const Told = z.object({ errcode: z.number().optional(), openid: z.string().min(1).optional() });
/** Codes that are wrong, used or expired. */
const codeErrors = new Set([40029, 40163, 41008, 42003]);

/**
 * An official account at WeChat, as far as it tells whose wallet pays in WeChat's browser. Tokens that come with an openid are
 * dropped here.
 * Documentation: developers.weixin.qq.com, 网页授权 (/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html).
 */
export function officialAccount(options: OfficialAccountOptions): OfficialAccount {
  const { appId, appSecret, apiUrl, openUrl, publicUrl } = options;
  const ask = async (query: URLSearchParams): Promise<z.infer<typeof Told> | undefined> => {
    try {
      const response = await fetch(`${apiUrl}/sns/oauth2/access_token?${query.toString()}`, {
        signal: AbortSignal.timeout(timeoutMs),
      });
      return Told.safeParse(await response.json()).data;
    } catch {
      return undefined;
    }
  };
  return {
    appId,
    secret: appSecret,
    askUrl(returnPath, state) {
      // WeChat wants them in this order, and its own name behind the `#`.
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: publicUrl + returnPath,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      });
      return `${openUrl}/connect/oauth2/authorize?${query.toString()}#wechat_redirect`;
    },
    async openidOf(code) {
      const query = { appid: appId, secret: appSecret, code, grant_type: 'authorization_code' };
      const told = await ask(new URLSearchParams(query));
      if (told?.openid !== undefined) return told.openid;
      throw codeErrors.has(told?.errcode ?? 0)
        ? new Refused('PAYER_UNKNOWN')
        : new Refused('SERVICE_UNAVAILABLE', 'WeChat cannot be asked');
    },
  };
}
