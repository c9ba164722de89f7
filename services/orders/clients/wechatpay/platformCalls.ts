import { type z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import {
  errcodeOf,
  isTokenError,
  type MiniProgram,
  NoAccessToken,
  postWithToken,
} from '#shared/kit/wechat/accessToken';
import { withoutQuery } from './transport';

/** The mini program itself, at WeChat's server API. */
export type Platform = MiniProgram & {
  /** `https://api.weixin.qq.com`, or the sandbox's address. */
  readonly apiUrl: string;
};

type Options = {
  readonly platform: Platform;
  /** In ms, for each call. */
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly log: Log;
};

/** WeChat is busy, or asked too often. */
const passingErrors = new Set([-1, 45009, 45011]);

/**
 * Calls of WeChat's server API in the name of the mini program. Answers the number of an error that does not pass by itself.
 * @throws {Refused} PAYMENT_UNAVAILABLE
 */
export function platformCalls({ platform, timeoutMs, now, log }: Options) {
  const post = postWithToken(platform, reach, now);

  async function reach(path: string, body: object): Promise<unknown> {
    try {
      const response = await fetch(platform.apiUrl + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await response.json();
    } catch (err) {
      log.warn({ err, path: withoutQuery(path) }, 'WeChat cannot be reached');
      throw new Refused('PAYMENT_UNAVAILABLE');
    }
  }

  return async function ask<T>(schema: z.ZodType<T>, path: string, body: object): Promise<T | number> {
    const unavailable = (errcode: number | undefined): Refused => {
      log.warn({ path, errcode }, 'WeChat cannot do it now');
      return new Refused('PAYMENT_UNAVAILABLE');
    };
    const answer = await post(path, body).catch((error: unknown) => {
      throw error instanceof NoAccessToken ? unavailable(error.errcode) : error;
    });
    const errcode = errcodeOf(answer);
    if (errcode === undefined || isTokenError(errcode) || passingErrors.has(errcode))
      throw unavailable(errcode);
    if (errcode !== 0) return errcode;
    const read = schema.safeParse(answer);
    if (!read.success) throw unavailable(errcode);
    return read.data;
  };
}
