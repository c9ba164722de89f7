import { LRUCache } from 'lru-cache';
import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Gateway } from './gateway';

/** Older merchants are told a number of 16 digits, newer ones an open id. */
const Token = z
  .object({ user_id: z.string().min(1).optional(), open_id: z.string().min(1).optional() })
  .transform((token, context) => {
    const payer = token.user_id ?? token.open_id;
    if (payer !== undefined) return payer;
    context.addIssue('It names nobody.');
    return z.NEVER;
  });

/**
 * Who a person is to Alipay, by a code of `my.getAuthCode`. A code works once, so that a request which is sent twice at a time shares
 * its answer.
 * @throws {Refused} PAYER_UNKNOWN when the code was used or is too old; PAYMENT_UNAVAILABLE
 */
export function alipayPayers(gateway: Gateway): (code: string) => Promise<string> {
  const known = new LRUCache<string, Promise<string>>({ max: 1_000, ttl: 60_000 });
  const exchange = async (code: string): Promise<string> => {
    const params = { grantType: 'authorization_code', code };
    const answer = await gateway.askBare('alipay.system.oauth.token', params, Token);
    if (answer.kind === 'refused') throw new Refused('PAYER_UNKNOWN');
    return answer.facts;
  };
  return (code) => {
    const before = known.get(code);
    if (before) return before;
    const payer = exchange(code);
    known.set(code, payer);
    payer.catch(() => known.delete(code));
    return payer;
  };
}
