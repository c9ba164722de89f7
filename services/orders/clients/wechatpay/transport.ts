import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { type Signed } from './genuine';
import { type Merchant } from './merchant';
import { authorization } from './signing';

export type Answer = Signed & { readonly status: number };
export type Method = 'GET' | 'POST';
/** @throws {Refused} PAYMENT_UNAVAILABLE when no answer comes in time */
export type Send = (method: Method, path: string, body?: object) => Promise<Answer>;

type Options = {
  readonly merchant: Merchant;
  readonly apiUrl: string;
  /** How long one try may take, with reading the answer, in ms. */
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly log: Log;
};

const tries = 2;

/**
 * Sends signed requests. Where the connection breaks or WeChat Pay has trouble of its own they are sent once more: each names
 * what it is about by a number of ours, so that twice does what once does. Who waited in vain does not wait again.
 */
export function transport({ merchant, apiUrl, timeoutMs, now, log }: Options): Send {
  async function once(method: Method, path: string, text: string): Promise<Answer> {
    const { publicKey } = merchant;
    const response = await fetch(apiUrl + path, {
      method,
      headers: {
        Accept: 'application/json',
        'User-Agent': 'lintuan',
        Authorization: authorization(merchant, { method, path, body: text, at: now() }),
        ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
        ...(publicKey ? { 'Wechatpay-Serial': publicKey.id } : {}),
      },
      ...(text === '' ? {} : { body: text }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  return async (method, path, body) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    for (let left = tries - 1; ; left -= 1) {
      try {
        const answer = await once(method, path, text);
        if (answer.status < 500 || left === 0) return answer;
      } catch (err) {
        if (left > 0 && !isTimeout(err)) continue;
        log.warn({ err, method, path: withoutQuery(path) }, 'WeChat Pay cannot be reached');
        throw new Refused('PAYMENT_UNAVAILABLE');
      }
    }
  };
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';

export const withoutQuery = (path: string): string => path.replace(/\?.*/, '');
