import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import mongoose, { type mongo } from 'mongoose';
import { type ServiceName } from '../../shared/contracts/roles';
import { startEmbeddedEngine } from '../../shared/kit/mongo/embeddedEngine';

const { EJSON } = mongoose.mongo.BSON;

type Head = { collection: string; indexes: (mongo.IndexDescription & { v?: number })[] };

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: console.error };

/**
 * Lays the data of an earlier release's demo start into `dataDir`, as that release left it when it was stopped: databases with
 * their indexes of then, and what the stand-in of Stripe knew. Written by scripts/dumpDataFolder.ts.
 * @param release a folder in tests/fixtures, `data-` and the day on which it was made
 * @param also writes what that release would have written besides, moments before it was stopped
 */
export async function layEarlierData(
  release: string,
  dataDir: string,
  also?: (databaseOf: (service: ServiceName) => mongo.Db) => Promise<void>,
): Promise<void> {
  const from = resolve(__dirname, '../fixtures', release);
  mkdirSync(join(dataDir, 'stripe'), { recursive: true });
  for (const file of readdirSync(join(from, 'stripe')))
    writeFileSync(join(dataDir, 'stripe', file.replace(/\.gz$/, '')), unpacked(join(from, 'stripe', file)));

  const engine = await startEmbeddedEngine({ dataDir: join(dataDir, 'db'), log });
  const connection = await mongoose.createConnection(engine.uri).asPromise();
  for (const file of readdirSync(from).filter((name) => name.endsWith('.jsonl.gz')))
    await layDatabase(
      connection.getClient().db(file.replace('.jsonl.gz', '')),
      unpacked(join(from, file)).toString().trimEnd().split('\n'),
    );
  await also?.((service) => connection.getClient().db(`lintuan_${service}`));
  await connection.close();
  await engine.close();
}

/** Lays one database of an earlier release's demo start where `db` is, which must be empty. */
export async function layEarlierDatabase(release: string, name: string, db: mongo.Db): Promise<void> {
  const file = resolve(__dirname, '../fixtures', release, `${name}.jsonl.gz`);
  await layDatabase(db, unpacked(file).toString().trimEnd().split('\n'));
}

/** The documents of one collection, as that release stored them. */
export function readEarlierData<T>(release: string, database: string, collection: string): T[] {
  const path = resolve(__dirname, '../fixtures', release, `${database}.jsonl.gz`);
  const values = unpacked(path)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => EJSON.parse(line) as mongo.Document);
  const begin = values.findIndex((value) => value['collection'] === collection && 'indexes' in value);
  const rest = values.slice(begin + 1);
  const end = rest.findIndex((value) => 'collection' in value && 'indexes' in value);
  return (end < 0 ? rest : rest.slice(0, end)) as T[];
}

const unpacked = (path: string) => gunzipSync(readFileSync(path));

async function layDatabase(db: mongo.Db, lines: readonly string[]): Promise<void> {
  let head: Head | undefined;
  let documents: mongo.Document[] = [];
  const lay = async () => {
    if (!head) return;
    const collection = await db.createCollection(head.collection);
    if (documents.length > 0) await collection.insertMany(documents);
    const indexes = head.indexes.filter(({ name }) => name !== '_id_');
    if (indexes.length > 0) await collection.createIndexes(indexes.map(({ v: _v, ...index }) => index));
    documents = [];
  };
  for (const line of lines) {
    const value = EJSON.parse(line) as mongo.Document;
    if ('collection' in value && 'indexes' in value) {
      await lay();
      head = JSON.parse(line) as Head;
    } else documents.push(value);
  }
  await lay();
}
