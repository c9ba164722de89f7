import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mongoose';

/** Collections in which events still wait to be published, by `database.collection`, on the engine of a running start. */
export async function waitingEvents(dataDir: string): Promise<Readonly<Record<string, number>>> {
  const owner = JSON.parse(readFileSync(join(dataDir, 'db', 'lintuan-owner.json'), 'utf8')) as {
    socketPath: string;
  };
  const connection = await createConnection(`mongodb://${encodeURIComponent(owner.socketPath)}`).asPromise();
  try {
    const waiting: Record<string, number> = {};
    const { databases } = await connection.listDatabases();
    for (const { name } of databases.filter((database) => database.name.startsWith('lintuan_'))) {
      const db = connection.getClient().db(name);
      for (const { name: collection } of await db.listCollections({}, { nameOnly: true }).toArray()) {
        const count = await db.collection(collection).countDocuments({ 'outbox.0': { $exists: true } });
        if (count > 0) waiting[`${name}.${collection}`] = count;
      }
    }
    return waiting;
  } finally {
    await connection.close();
  }
}
