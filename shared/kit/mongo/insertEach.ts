import { mongo } from 'mongoose';
import { isDuplicateKey } from './duplicateKey';

export type Inserted = 'inserted' | 'exists';

/** Inserts many documents in one command and answers for each of them; one that is there already does not stop the others. */
export async function insertEach<Doc extends mongo.Document>(
  collection: mongo.Collection<Doc>,
  documents: readonly mongo.OptionalUnlessRequiredId<Doc>[],
): Promise<PromiseSettledResult<Inserted>[]> {
  const failed = new Map<number, mongo.WriteError>();
  try {
    await collection.insertMany([...documents], { ordered: false });
  } catch (error) {
    // Anything but refusals of single documents (a lost connection, a write concern that failed) is unknown for all.
    if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
    for (const refusal of [error.writeErrors].flat()) failed.set(refusal.index, refusal);
  }
  return documents.map((_, index) => {
    const refusal = failed.get(index);
    if (refusal === undefined) return { status: 'fulfilled', value: 'inserted' };
    return isDuplicateKey(refusal)
      ? { status: 'fulfilled', value: 'exists' }
      : { status: 'rejected', reason: refusal };
  });
}
