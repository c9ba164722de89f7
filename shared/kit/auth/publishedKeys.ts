import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { type Clock } from '../clock';
import { Refused } from '../domainError';
import { within } from '../schedule/within';

/** A key that identity withdraws counts no longer than this (and the seconds until identity itself has noticed). */
const maxAgeMs = 30_000;
const minRefetchMs = 10_000;
/** Identity being slow or away must not sign everybody out: then the keys known last go on counting. */
const patienceMs = 2_000;

/** The public keys that identity publishes, fetched again and again, so that it can add and withdraw some. */
export function publishedKeys(fetchKeys: () => Promise<JSONWebKeySet>, now: Clock) {
  let keySet: ReturnType<typeof createLocalJWKSet> | undefined;
  let kids: ReadonlySet<string> = new Set();
  let withdrawn: ReadonlySet<string> = new Set();
  let fetchedAt = 0;
  let fetching: Promise<void> | undefined;

  async function fetch(): Promise<void> {
    fetchedAt = now().getTime();
    const { keys } = await fetchKeys();
    const before = [...withdrawn, ...kids];
    kids = new Set(keys.map(({ kid = '' }) => kid));
    withdrawn = new Set(before.filter((kid) => !kids.has(kid)));
    keySet = createLocalJWKSet({ keys });
  }
  const refresh = () =>
    (fetching ??= fetch().finally(() => {
      fetching = undefined;
    }));
  const age = () => now().getTime() - fetchedAt;

  return {
    /** All keys that count. */
    async current() {
      if (!keySet) await refresh();
      else if (age() >= maxAgeMs) await within(patienceMs, refresh());
      if (!keySet) throw new Refused('SERVICE_UNAVAILABLE');
      return keySet;
    },
    /** Looks whether a key was added that a token names; false when it looked just before. */
    async lookAgain(): Promise<boolean> {
      if (age() < minRefetchMs) return false;
      await refresh();
      return true;
    },
    /** Whether this key counted once and counts no more. */
    isWithdrawn: (kid: string | undefined): boolean => kid !== undefined && withdrawn.has(kid),
  };
}
