import { LRUCache } from 'lru-cache';
import { WechatFailure } from './errors';

const LIFETIME_S = 7200;

export type Tokens = {
  /** The token in force; a new one near its end, or when it is forced. */
  issue: (force: boolean) => { access_token: string; expires_in: number };
  /** @throws WechatFailure 41001 when there is none, 42001 when it has run out, 40001 when it was never right */
  check: (token: unknown) => void;
  /** Makes every token run out now. */
  expire: () => void;
};

/** Access tokens as `stable_token` gives them: the same one until it runs out. Times come from `now`. */
export function createTokens(now: () => Date, random: () => string): Tokens {
  const issued = new LRUCache<string, number>({ max: 1000 });
  let current: string | null = null;
  const seconds = () => Math.floor(now().getTime() / 1000);
  const left = (token: string) => (issued.get(token) ?? 0) - seconds();
  return {
    issue: (force) => {
      if (force || current === null || left(current) <= 0) {
        if (force && current !== null) issued.set(current, 0);
        current = random();
        issued.set(current, seconds() + LIFETIME_S);
      }
      return { access_token: current, expires_in: left(current) };
    },
    check: (token) => {
      if (typeof token !== 'string' || token === '') throw new WechatFailure(41001);
      if (!issued.has(token)) throw new WechatFailure(40001);
      if (left(token) <= 0) throw new WechatFailure(42001);
    },
    expire: () => {
      for (const token of issued.keys()) issued.set(token, 0);
    },
  };
}
