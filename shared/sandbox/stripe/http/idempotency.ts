import { createHash } from 'node:crypto';
import { invalid, keyInUse, keyReused } from '../failures';
import type { AnswerRecord } from '../state/records';
import type { Store } from '../state/store';

const KEEP_SECONDS = 24 * 3600;

export type Idempotency = {
  /**
   * The stored answer for this key, or null after taking the key for this request until `release`.
   * @throws StripeFailure idempotency_error (other parameters; or, 409, the key is being worked on), 400 too long
   */
  claim: (key: string, fingerprint: string, now: number) => AnswerRecord | null;
  store: (row: AnswerRecord) => void;
  release: (key: string) => void;
};

export function createIdempotency(store: Store): Idempotency {
  const busy = new Set<string>();
  return {
    claim: (key, fingerprint, now) => {
      if (key.length > 255) throw invalid('Idempotency-Key must be at most 255 characters.');
      const known = store.answer.get(key);
      const fresh = known && known.at > now - KEEP_SECONDS;
      if (fresh && known.fingerprint !== fingerprint) throw keyReused(key);
      if (busy.has(key)) throw keyInUse(key);
      if (fresh) return known;
      busy.add(key);
      return null;
    },
    store: (row) => {
      store.put('answer', row);
    },
    release: (key) => {
      busy.delete(key);
    },
  };
}

/** What must be the same for two requests to be one: the call and its parameters, in any order. */
export function fingerprintOf(method: string, path: string, form: string): string {
  const sorted = form.split('&').sort().join('&');
  return createHash('sha256').update(`${method} ${path}\n${sorted}`).digest('base64url');
}
