import { z } from '#shared/contracts/zod';
import { type Clock } from '#shared/kit/clock';
import { Refused } from '#shared/kit/domainError';
import { type MiniProgram, NoAccessToken, postWithToken } from '#shared/kit/wechat/accessToken';
import { type WechatIdentity } from '../usecases/deps';

export type WechatOptions = MiniProgram & {
  /** `https://api.weixin.qq.com`, or the sandbox's address. */
  readonly apiUrl: string;
  readonly now: Clock;
};

const Failure = z.object({ errcode: z.number().optional(), errmsg: z.string().optional() });
const Session = Failure.extend({ openid: z.string().optional() });
const PhoneNumber = Failure.extend({
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }).optional(),
});

const timeoutMs = 5_000;
/** Given codes that are wrong, used or expired; anything else is WeChat's trouble or ours. */
const codeErrors = new Set([40029, 40163, 40226, 40013]);

/** WeChat's server API, as far as signing in deps it. The session key that comes with an openid is dropped here. */
export function wechatClient({ apiUrl, appId, appSecret, now }: WechatOptions): WechatIdentity {
  async function reach(path: string, body?: object): Promise<unknown> {
    try {
      const response = await fetch(apiUrl + path, {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers: { 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await response.json();
    } catch {
      throw unreachable();
    }
  }
  const post = postWithToken({ appId, appSecret }, reach, now);

  return {
    async openidOf(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret: appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      });
      const reply = read(Session, await reach(`/sns/jscode2session?${query.toString()}`));
      if (reply.openid === undefined) throw refusalOf(reply);
      return reply.openid;
    },
    async phoneOf(phoneCode) {
      const answer = await post('/wxa/business/getuserphonenumber', { code: phoneCode }).catch(
        (error: unknown) => {
          throw error instanceof NoAccessToken ? refusalOf(error) : error;
        },
      );
      const reply = read(PhoneNumber, answer);
      if (!reply.phone_info) throw refusalOf(reply);
      const { purePhoneNumber, countryCode } = reply.phone_info;
      return countryCode === '86' ? purePhoneNumber : undefined;
    },
  };
}

const unreachable = () => new Refused('SERVICE_UNAVAILABLE', 'WeChat cannot be reached');

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  const { data } = schema.safeParse(answer);
  if (data === undefined) throw unreachable();
  return data;
}

const refusalOf = ({ errcode }: { readonly errcode?: number | undefined }): Refused =>
  codeErrors.has(errcode ?? 0)
    ? new Refused('WECHAT_CODE_REFUSED')
    : new Refused('SERVICE_UNAVAILABLE', 'WeChat refused the request');
