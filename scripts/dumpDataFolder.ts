/**
 * `node --import tsx scripts/dumpDataFolder.ts DATA_DIR FOLDER`: writes what a product keeps there, which must not run, as small files
 * that later versions are tested with (tests/support/earlierData.ts reads them). Run it on the data of a release's demo start
 * before the shape of stored data changes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { startEmbeddedEngine } from '../shared/kit/mongo/embeddedEngine';

const { EJSON } = mongoose.mongo.BSON;
/** What must not lie in a repository: keys that sign, and sessions. */
const leftOut = new Set(['signing_keys', 'sessions']);
const quiet = () => undefined;
const packed = (content: string | Buffer) => gzipSync(content, { level: 9 });

async function main([dataDir, folder]: readonly string[]): Promise<void> {
  if (!dataDir || !folder) throw new Error('Say which data folder, and where to write');
  mkdirSync(folder, { recursive: true });
  const log = { info: quiet, warn: console.error, error: console.error };
  const engine = await startEmbeddedEngine({ dataDir: join(dataDir, 'db'), log });
  const connection = await mongoose.createConnection(engine.uri).asPromise();
  const client = connection.getClient();
  const { databases } = await client.db('admin').admin().listDatabases();
  for (const { name } of databases.filter((database) => database.name.startsWith('lintuan_')))
    writeFileSync(join(folder, `${name}.jsonl.gz`), packed(await linesOf(client.db(name))));
  await connection.close();
  await engine.close();
  mkdirSync(join(folder, 'stripe'), { recursive: true });
  for (const file of readdirSync(join(dataDir, 'stripe')))
    writeFileSync(join(folder, 'stripe', `${file}.gz`), packed(readFileSync(join(dataDir, 'stripe', file))));
}

/** A line for each collection, with its indexes, then one for each of its documents. */
async function linesOf(db: mongoose.mongo.Db): Promise<string> {
  const lines: string[] = [];
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of collections.filter((one) => !leftOut.has(one.name))) {
    lines.push(JSON.stringify({ collection: name, indexes: await db.collection(name).indexes() }));
    for await (const document of db.collection(name).find())
      lines.push(EJSON.stringify(document, { relaxed: false }));
  }
  return `${lines.join('\n')}\n`;
}

void main(process.argv.slice(2));
