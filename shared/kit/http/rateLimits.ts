import { type Request, type RequestHandler, type Response } from 'express';
import { ipKeyGenerator, MemoryStore, type Options, rateLimit, type Store } from 'express-rate-limit';
import { type Endpoint, type RateLimit } from '../../contracts/endpoint';
import { Refused } from '../domainError';
import { type Caller } from './caller';

export type RateLimiters = {
  byAddress(endpoint: Endpoint): RequestHandler[];
  byAccount(endpoint: Endpoint): RequestHandler[];
};

/**
 * The limits that contracts declare. `store` makes the counter behind one limit; several processes share one through Redis,
 * otherwise each counts for itself in memory.
 */
export function rateLimiters(store?: (name: string) => Store): RateLimiters {
  const limitersFor = (endpoint: Endpoint, per: RateLimit['per']) =>
    (endpoint.limits ?? [])
      .filter((limit) => limit.per === per)
      .map((limit, index) => limiter(limit, `${endpoint.id}:${per}:${index}`, store));
  return {
    byAddress: (endpoint) => limitersFor(endpoint, 'address'),
    byAccount: (endpoint) => limitersFor(endpoint, 'account'),
  };
}

/**
 * Counts what somebody does within a window, where how often it may be done is no part of a contract.
 * @returns how often the one of `key` has done it by now, this time included; 0 while the counter fails: it is a courtesy.
 */
export function countWithin(
  windowSeconds: number,
  store: Store = new MemoryStore(),
): (key: string) => Promise<number> {
  void store.init?.({ windowMs: windowSeconds * 1000 } as Options);
  return async (key) => {
    try {
      return (await store.increment(key)).totalHits;
    } catch {
      return 0;
    }
  };
}

function limiter(
  limit: RateLimit,
  name: string,
  store: ((name: string) => Store) | undefined,
): RequestHandler {
  return rateLimit({
    windowMs: limit.windowSeconds * 1000,
    limit: limit.max,
    skipSuccessfulRequests: limit.countOnly === 'refusals',
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (req, res) => (limit.per === 'address' ? addressOf(req) : accountOf(res)),
    ...(store ? { store: store(name) } : {}),
    // A counter is a courtesy: when it fails, the request goes on.
    passOnStoreError: true,
    handler: (_req, _res, next) => {
      next(new Refused('TOO_MANY_REQUESTS'));
    },
  });
}

const addressOf = (req: Request): string => ipKeyGenerator(req.ip ?? '0.0.0.0');

function accountOf(res: Response): string {
  const caller = res.locals['caller'] as Caller | undefined;
  return caller?.kind === 'account' ? caller.accountId : 'anybody';
}
