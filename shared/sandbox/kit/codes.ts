import { LRUCache } from 'lru-cache';

const LIFETIME_MS = 5 * 60_000;
const REMEMBERED = 100_000;

export type Codes = {
  /** A new code for this person or number. */
  mint: (subject: string) => string;
  /** Whose code it is; a code works once. @throws what `refusal` makes, when it is unknown, used or older than five minutes */
  redeem: (code: string) => string;
};

type Options = {
  /** Codes of the form `<prefix>:<subject>:<nonce>` need no minting: each works once as well. */
  prefix: string;
  now: () => Date;
  random: () => string;
  /** What an unknown code is refused with, as the provider does it. */
  refusal: () => Error;
};

/** Single-use codes, as `wx.login`, `my.getAuthCode` and the phone number button hand them out. */
export function createCodes({ prefix, now, random, refusal }: Options): Codes {
  const minted = new LRUCache<string, { subject: string; expiresAt: number }>({ max: REMEMBERED });
  const spent = new LRUCache<string, true>({ max: REMEMBERED });
  const form = new RegExp(`^${prefix}:([^:]{1,64}):[^:]{1,64}$`);
  return {
    mint: (subject) => {
      const code = random();
      minted.set(code, { subject, expiresAt: now().getTime() + LIFETIME_MS });
      return code;
    },
    redeem: (code) => {
      const known = minted.get(code);
      minted.delete(code);
      if (known && known.expiresAt > now().getTime()) return known.subject;
      const subject = form.exec(code)?.[1];
      if (subject === undefined || spent.has(code)) throw refusal();
      spent.set(code, true);
      return subject;
    },
  };
}
