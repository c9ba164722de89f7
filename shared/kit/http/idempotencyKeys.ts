import { type mongo } from 'mongoose';

/** The collection of each service that remembers the replies of writes, by their idempotency keys. */
export const idempotencyKeys = 'idempotency_keys';

/**
 * Carries over the keys of a collection that an earlier release called otherwise: a request of before that comes again gets its
 * first reply. May be repeated; a key that is known under the new name stays as it is there.
 *
 * The old collection stays, and its TTL index empties it within two days: a process of the earlier release that runs meanwhile goes
 * on with it. What such a process is asked after this copy is unknown to new processes. Sent again to one of them it is done again,
 * and makes nothing twice: ids follow from the key (`RequestKey.newId`), and changes name the version that they are of.
 */
export async function carryKeysOver(db: mongo.Db, from: string): Promise<void> {
  const merge = { into: idempotencyKeys, on: '_id', whenMatched: 'keepExisting', whenNotMatched: 'insert' };
  await db
    .collection(from)
    .aggregate([{ $merge: merge }])
    .toArray();
}
