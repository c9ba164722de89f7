import { type Connection, mongo } from 'mongoose';

/** The server's codes for "an index of that name or those keys is there, but with other options". */
const CONFLICTS = new Set([85, 86]);

export class IndexConflict extends Error {
  override readonly name = 'IndexConflict';
}

/**
 * Builds the indexes of every model on the connection, before the service takes requests. May run again and in several
 * processes at once. Rejects with IndexConflict when a collection has an index of the same keys or name that is not the
 * one wanted: replacing it is a person's decision.
 */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    try {
      await model.createIndexes();
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || !CONFLICTS.has(Number(error.code))) throw error;
      throw new IndexConflict(`${model.collection.name}: ${error.message}`);
    }
  }
}
