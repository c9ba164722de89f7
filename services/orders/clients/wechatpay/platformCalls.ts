import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';

/** The mini program itself, at WeChat's server API. */
export type Platform = {
  /** `https://api.weixin.qq.com`, or the sandbox's address. */
  readonly apiUrl: string;
  readonly appId: string;
  readonly appSecret: string;
};

type Options = {
  readonly platform: Platform;
  /** In ms, for each call. */
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly log: Log;
};

const Failure = z.object({ errcode: z.int().default(0) });
const AccessToken = z.object({ access_token: z.string(), expires_in: z.int() });

const tokenErrors = new Set([40001, 40014, 42001]);
/** WeChat is busy, or asked too often. */
const passingErrors = new Set([-1, 45009, 45011]);
/** A token is renewed so long before its end, in ms. */
const renewBeforeMs = 300_000;

/**
 * Calls of WeChat's server API by the access token of the mini program, which all who ask for it share: `stable_token` ends nobody
 * else's. Answers the number of an error that does not pass by itself.
 * @throws {Refused} PAYMENT_UNAVAILABLE
 */
export function platformCalls({ platform, timeoutMs, now, log }: Options) {
  const { apiUrl, appId, appSecret } = platform;
  let access: { readonly token: string; readonly renewAt: number } | undefined;

  async function post(path: string, query: string, body: object): Promise<unknown> {
    try {
      const response = await fetch(apiUrl + path + query, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await response.json();
    } catch (err) {
      log.warn({ err, path }, 'WeChat cannot be reached');
      throw new Refused('PAYMENT_UNAVAILABLE');
    }
  }

  const unavailable = (path: string, errcode: number | undefined): Refused => {
    log.warn({ path, errcode }, 'WeChat cannot do it now');
    return new Refused('PAYMENT_UNAVAILABLE');
  };

  async function accessToken(): Promise<string> {
    if (access && now().getTime() < access.renewAt) return access.token;
    const path = '/cgi-bin/stable_token';
    const answer = await post(path, '', {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
    });
    const read = AccessToken.safeParse(answer);
    if (!read.success) throw unavailable(path, Failure.safeParse(answer).data?.errcode);
    const { access_token: token, expires_in: seconds } = read.data;
    access = { token, renewAt: now().getTime() + seconds * 1000 - renewBeforeMs };
    return token;
  }

  return async function ask<T>(schema: z.ZodType<T>, path: string, body: object): Promise<T | number> {
    for (let left = 1; ; left -= 1) {
      const query = `?access_token=${encodeURIComponent(await accessToken())}`;
      const answer = await post(path, query, body);
      const errcode = Failure.safeParse(answer).data?.errcode;
      if (errcode !== undefined && tokenErrors.has(errcode) && left > 0) {
        access = undefined;
        continue;
      }
      if (errcode === undefined || tokenErrors.has(errcode) || passingErrors.has(errcode))
        throw unavailable(path, errcode);
      if (errcode !== 0) return errcode;
      const read = schema.safeParse(answer);
      if (!read.success) throw unavailable(path, errcode);
      return read.data;
    }
  };
}
