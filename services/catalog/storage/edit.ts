import { type mongo } from 'mongoose';
import { found, Refused } from '#shared/kit/domainError';

type Versioned = { readonly _id: string; readonly version: number };

/**
 * Changes a document that its editor saw at version `seen`, and raises the version. An undefined value stays as it is, null is
 * taken away.
 * @throws {Refused} NOT_FOUND, or CHANGED_MEANWHILE when it has another version by now.
 */
export async function edit<Doc extends Versioned>(
  collection: mongo.Collection<Doc>,
  id: Doc['_id'],
  seen: number,
  changes: Readonly<Record<string, unknown>>,
): Promise<Doc> {
  const entries = Object.entries(changes);
  const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
  const unset = Object.fromEntries(entries.filter(([, value]) => value === null).map(([name]) => [name, '']));
  const changed = await collection.findOneAndUpdate(
    { _id: id, version: seen } as mongo.Filter<Doc>,
    { $set: set, $unset: unset, $inc: { version: 1 } } as unknown as mongo.UpdateFilter<Doc>,
    { returnDocument: 'after' },
  );
  if (changed) return changed as Doc;
  found(await collection.findOne({ _id: id } as mongo.Filter<Doc>, { projection: { _id: 1 } }));
  throw new Refused('CHANGED_MEANWHILE');
}
