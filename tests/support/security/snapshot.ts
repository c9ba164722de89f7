import { createHash } from 'node:crypto';
import { createConnection } from 'mongoose';

/** What may change by itself or by a refusal: counters, tokens, sessions, copies of what others know, seals of the audit trail, and the traces of requests. */
const restless =
  /session|sign_in|phone_code|idempot|limit|lock|tries|outbox|processed|presence|^audit_|^known_|^system\./i;

/** Hash of each collection of each of our databases on a server, by `database.collection`. */
export async function snapshot(mongoUri: string): Promise<ReadonlyMap<string, string>> {
  const connection = await createConnection(mongoUri).asPromise();
  try {
    const hashes = new Map<string, string>();
    const { databases } = await connection.listDatabases();
    for (const { name } of databases.filter((database) => database.name.startsWith('lintuan_'))) {
      const db = connection.getClient().db(name);
      const collections = await db.listCollections({}, { nameOnly: true }).toArray();
      for (const collection of collections.filter((one) => !restless.test(one.name))) {
        const hash = createHash('sha256');
        const documents = db.collection(collection.name).find().sort({ _id: 1 });
        for await (const document of documents) hash.update(JSON.stringify(document));
        hashes.set(`${name}.${collection.name}`, hash.digest('hex'));
      }
    }
    return hashes;
  } finally {
    await connection.close();
  }
}

/** Collections that differ between two snapshots. */
export const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));

/** Whether the ledger has entries that its sums do not hold yet: they are added some seconds later. */
export async function sumsAreBehind(mongoUri: string): Promise<boolean> {
  const connection = await createConnection(mongoUri).asPromise();
  try {
    const entries = connection.getClient().db('lintuan_settlement').collection('ledger_entries');
    return (await entries.findOne({ unsummed: { $gt: '' } })) !== null;
  } finally {
    await connection.close();
  }
}
