import { type RequestKey } from './requestKey';
import { Refused } from '../domainError';

export type StoredReply = { readonly status: number; readonly body: unknown };

/** Remembers the replies of writes, so that a repetition gets the first one again. */
export type IdempotencyStore = {
  /**
   * Claims `key`, or tells what became of it.
   * `claimed`: go ahead, in the name of `claim`; `replied`: here is the reply; `running`: somebody is at it.
   */
  begin(
    key: string,
    fingerprint: string,
  ): Promise<
    | { state: 'claimed'; claim: string }
    | { state: 'replied'; fingerprint: string; reply: StoredReply }
    | { state: 'running'; fingerprint: string }
  >;
  /** Keeps the reply of a write that succeeded. */
  finish(key: string, reply: StoredReply): Promise<void>;
  /** Forgets a write that was refused or failed: it may be tried again. Whoever has taken the key over meanwhile keeps it. */
  abandon(key: string, claim: string): Promise<void>;
};

/** Runs `work` once per key. Without a key, or without a store, it just runs. */
export async function once(
  store: IdempotencyStore | undefined,
  key: RequestKey,
  work: () => Promise<StoredReply>,
): Promise<StoredReply> {
  if (!store || key.scoped === undefined) return work();
  const begun = await store.begin(key.scoped, key.fingerprint);
  if (begun.state !== 'claimed' && begun.fingerprint !== key.fingerprint)
    throw new Refused('IDEMPOTENCY_KEY_REUSED');
  if (begun.state === 'replied') return begun.reply;
  if (begun.state === 'running') throw new Refused('REQUEST_IN_PROGRESS');
  try {
    const reply = await work();
    await store.finish(key.scoped, reply);
    return reply;
  } catch (error) {
    await store.abandon(key.scoped, begun.claim);
    throw error;
  }
}
