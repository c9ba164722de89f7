import { mongo } from 'mongoose';
import { isDuplicateKey } from './duplicateKey';

/**
 * Runs an upsert whose filter is an id and a guard. A duplicate key means that the document is there and was not matched:
 * because the guard refuses it, or because somebody else inserted it at this very moment. So `write` is tried once again: now the
 * document is there to be asked, and only the guard can refuse.
 * @returns what `write` answers; undefined when the guard refuses.
 */
export async function guardedUpsert<Written>(write: () => Promise<Written>): Promise<Written | undefined> {
  return (await unlessDuplicate(write)) ?? (await unlessDuplicate(write));
}

async function unlessDuplicate<Written>(write: () => Promise<Written>): Promise<Written | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

export type GuardedUpsert<Doc extends mongo.Document> = {
  readonly filter: mongo.Filter<Doc>;
  readonly update: mongo.UpdateFilter<Doc>;
};

/**
 * Many guarded upserts of different documents in one command.
 * @returns for each whether its guard allowed it.
 */
export async function guardedUpserts<Doc extends mongo.Document>(
  collection: mongo.Collection<Doc>,
  upserts: readonly GuardedUpsert<Doc>[],
  options: mongo.BulkWriteOptions = {},
): Promise<boolean[]> {
  let refused = await refusedOf(upserts.map((_, at) => at));
  if (refused.size > 0) refused = await refusedOf([...refused]);
  return upserts.map((_, at) => !refused.has(at));

  async function refusedOf(places: readonly number[]): Promise<Set<number>> {
    const updates = places
      .flatMap((at) => upserts[at] ?? [])
      .map((one) => ({ updateOne: { ...one, upsert: true } }));
    if (updates.length === 0) return new Set();
    try {
      await collection.bulkWrite(updates, { ...options, ordered: false });
      return new Set();
    } catch (error) {
      if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
      const failures = [error.writeErrors].flat();
      if (failures.length === 0 || !failures.every(isDuplicateKey)) throw error;
      return new Set(failures.flatMap(({ index }) => places[index] ?? []));
    }
  }
}
