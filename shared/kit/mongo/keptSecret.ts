import { randomBytes } from 'node:crypto';
import { type Collection } from 'mongodb';
import { isDuplicateKey } from './duplicateKey';

export type KeptSecret = { readonly _id: string; readonly secret: string };

/**
 * 32 random bytes that belong to this installation: made by whichever process asks first, kept in the database, the same for all.
 * @param id what the secret is for
 */
export async function keptSecret(collection: Collection<KeptSecret>, id: string): Promise<Buffer> {
  await collection
    .updateOne(
      { _id: id },
      { $setOnInsert: { secret: randomBytes(32).toString('base64') } },
      { upsert: true },
    )
    .catch((error: unknown) => {
      // Another process was as quick: its secret holds.
      if (!isDuplicateKey(error)) throw error;
    });
  const kept = await collection.findOne({ _id: id });
  if (!kept) throw new Error(`The secret of ${id} could not be kept`);
  return Buffer.from(kept.secret, 'base64');
}
