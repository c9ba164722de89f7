import { hash } from 'node:crypto';
import { type Id } from '../../contracts/ids';
import { Refused } from '../domainError';
import { derivedId, newId } from '../ids';

/** Identity of one wish: two requests with the same key from the same caller for the same operation are the same wish. */
export type RequestKey = {
  /** The `Idempotency-Key` as given. */
  readonly given: string | undefined;
  /** Caller, operation and key in one string; undefined without a key. */
  readonly scoped: string | undefined;
  /** SHA-256 of the parsed request: two wishes that differ under one key are a mistake. */
  readonly fingerprint: string;
  /** An id for something that this request makes: the same for each repetition. `part` tells several of them apart. */
  newId<Prefix extends string>(prefix: Prefix, part?: string): Id<Prefix>;
};

const acceptable = /^[\x21-\x7e]{1,255}$/;

export function requestKey(options: {
  given: string | undefined;
  callerId: string;
  operation: string;
  content: unknown;
  now: Date;
}): RequestKey {
  const { given, callerId, operation, now } = options;
  if (given !== undefined && !acceptable.test(given))
    throw new Refused('MALFORMED_REQUEST', 'Idempotency-Key must be 1 to 255 visible ASCII characters');
  const scoped = given === undefined ? undefined : `${callerId}|${operation}|${given}`;
  let fingerprint: string | undefined;
  return {
    given,
    scoped,
    get fingerprint() {
      return (fingerprint ??= hash('sha256', JSON.stringify(options.content), 'base64url'));
    },
    newId: (prefix, part = '') =>
      scoped === undefined ? newId(prefix, now) : derivedId(prefix, scoped, part),
  };
}
