import { createHash, randomUUID } from 'node:crypto';
import { type Collection } from 'mongodb';
import { type Clock } from '../clock';
import { isDuplicateKey } from '../mongo/duplicateKey';
import { type IdempotencyStore, type StoredReply } from './idempotency';

type Entry = {
  _id: string;
  fingerprint: string;
  /** Until then the request that claimed the key is believed to be at work; afterwards another may take over. */
  lockedUntil: Date;
  /** Names the request that claimed the key last. */
  claim?: string;
  reply?: StoredReply;
  createdAt: Date;
};

const lockMs = 30_000;
/** Longer than any client retries, and than Stripe keeps its own keys (24 h). */
export const keepSeconds = 48 * 3600;

/** An idempotency store in a MongoDB collection; call `ensureIndex` before serving: old entries are dropped by a TTL index. */
export function mongoIdempotencyStore(
  collection: Collection<Entry>,
  now: Clock,
): IdempotencyStore & { ensureIndex(): Promise<void> } {
  const idOf = (key: string) => createHash('sha256').update(key).digest('base64url');
  return {
    async ensureIndex() {
      await collection.createIndex(
        { createdAt: 1 },
        { expireAfterSeconds: keepSeconds, name: 'old_keys' },
        {},
      );
    },
    async begin(key, fingerprint) {
      const _id = idOf(key);
      const at = now();
      const lockedUntil = new Date(at.getTime() + lockMs);
      const claim = randomUUID();
      try {
        await collection.insertOne({ _id, fingerprint, lockedUntil, claim, createdAt: at });
        return { state: 'claimed', claim };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const entry = await collection.findOne({ _id });
      if (entry === null) return { state: 'running', fingerprint };
      if (entry.reply) return { state: 'replied', fingerprint: entry.fingerprint, reply: entry.reply };
      if (entry.lockedUntil > at) return { state: 'running', fingerprint: entry.fingerprint };
      const taken = await collection.updateOne(
        { _id, fingerprint, lockedUntil: entry.lockedUntil, reply: { $exists: false } },
        { $set: { lockedUntil, claim } },
      );
      return taken.modifiedCount === 1
        ? { state: 'claimed', claim }
        : { state: 'running', fingerprint: entry.fingerprint };
    },
    async finish(key, reply) {
      await collection.updateOne({ _id: idOf(key), reply: { $exists: false } }, { $set: { reply } });
    },
    async abandon(key, claim) {
      await collection.deleteOne({ _id: idOf(key), claim, reply: { $exists: false } });
    },
  };
}
