import { z } from '#shared/contracts/zod';
import { type Clock } from '#shared/kit/clock';
import { Refused } from '#shared/kit/domainError';
import { type WechatIdentity } from '../usecases/deps';

export type WechatOptions = {
  /** `https://api.weixin.qq.com`, or the sandbox's address. */
  readonly apiUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly now: Clock;
};

const Failure = z.object({ errcode: z.number().optional(), errmsg: z.string().optional() });
const Session = Failure.extend({ openid: z.string().optional() });
const AccessToken = Failure.extend({
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
});
const PhoneNumber = Failure.extend({
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }).optional(),
});

const timeoutMs = 5_000;
/** Given codes that are wrong, used or expired; anything else is WeChat's trouble or ours. */
const codeErrors = new Set([40029, 40163, 40226, 40013]);
const tokenErrors = new Set([40001, 40014, 42001]);

/** WeChat's server API, as far as signing in deps it. The session key that comes with an openid is dropped here. */
export function wechatClient({ apiUrl, appId, appSecret, now }: WechatOptions): WechatIdentity {
  let access: { readonly token: string; readonly renewAt: number } | undefined;

  async function ask<T extends z.infer<typeof Failure>>(
    schema: z.ZodType<T>,
    path: string,
    body?: object,
  ): Promise<T> {
    try {
      const response = await fetch(apiUrl + path, {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers: { 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return schema.parse(await response.json());
    } catch {
      throw new Refused('SERVICE_UNAVAILABLE', 'WeChat cannot be reached');
    }
  }

  async function accessToken(): Promise<string> {
    if (access && now().getTime() < access.renewAt) return access.token;
    const reply = await ask(AccessToken, '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
    });
    if (reply.access_token === undefined) throw refusalOf(reply);
    access = {
      token: reply.access_token,
      renewAt: now().getTime() + ((reply.expires_in ?? 7200) - 300) * 1000,
    };
    return access.token;
  }

  async function askPhone(code: string) {
    const token = encodeURIComponent(await accessToken());
    return ask(PhoneNumber, `/wxa/business/getuserphonenumber?access_token=${token}`, { code });
  }

  return {
    async openidOf(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret: appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      });
      const reply = await ask(Session, `/sns/jscode2session?${query.toString()}`);
      if (reply.openid === undefined) throw refusalOf(reply);
      return reply.openid;
    },
    async phoneOf(phoneCode) {
      let reply = await askPhone(phoneCode);
      if (tokenErrors.has(reply.errcode ?? 0)) {
        access = undefined;
        reply = await askPhone(phoneCode);
      }
      if (!reply.phone_info) throw refusalOf(reply);
      const { purePhoneNumber, countryCode } = reply.phone_info;
      return countryCode === '86' ? purePhoneNumber : undefined;
    },
  };
}

const refusalOf = ({ errcode }: z.infer<typeof Failure>): Refused =>
  codeErrors.has(errcode ?? 0)
    ? new Refused('WECHAT_CODE_REFUSED')
    : new Refused('SERVICE_UNAVAILABLE', 'WeChat refused the request');
