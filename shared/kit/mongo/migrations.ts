import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, type mongo } from 'mongoose';
import { isDuplicateKey } from './duplicateKey';
import { type MongoLog } from './log';

export type Migration = {
  /** Position in the service's list: 1, 2, 3 …; never given to another migration. */
  readonly number: number;
  /** What is true afterwards, in a few words for the log. */
  readonly title: string;
  /**
   * Brings the stored data one version on. A run before it may have died at any point, and a paused one may come back to life
   * beside it: it finds what is not done by query, and each of its writes is guarded by what it found.
   */
  readonly run: (db: mongo.Db) => Promise<void>;
};

/** Every change of the shape of a service's stored data, oldest first. */
export type Migrations = readonly Migration[];

/** The data was written by a newer version of the program, or its owner wants an older one. */
export class DataIsNewer extends Error {
  override readonly name = 'DataIsNewer';
  constructor(dbName: string, stored: number, known: number) {
    super(
      `The data in ${dbName} has version ${stored}, this program knows versions up to ${known}: ` +
        'start the newer program again, or restore a backup that was made before it.',
    );
  }
}

type Lease = { readonly by: string; readonly until: Date };
type State = {
  readonly _id: 'schema';
  /** The number of the last migration that is done. */
  readonly version: number;
  /** Who works on the next one. */
  readonly lease?: Lease;
};

type Options = {
  readonly log: MongoLog;
  /** How long a process that says nothing any more keeps others waiting, in ms. */
  readonly leaseMs?: number;
  /** How often a process that waits for another one looks, in ms. */
  readonly lookEveryMs?: number;
};

const collectionName = 'schema_version';

/**
 * Brings the data of one service to the version that this program knows, before anything else reads it. May run in any number of
 * processes at once: one works, the others wait. An empty database has the newest version from the start; one without a
 * mark is as old as the first release, version 0. Times are the database's, so that clocks of machines do not matter.
 *
 * After a crash: the lease ends by itself, and the next process runs the same migration again.
 *
 * @throws {DataIsNewer}
 */
export async function migrate(
  connection: Connection,
  migrations: Migrations,
  { log, leaseMs = 15_000, lookEveryMs = 200 }: Options,
): Promise<void> {
  assertNumbered(migrations);
  const db = connection.getClient().db(connection.name);
  const states = db.collection<State>(collectionName);
  const by = randomUUID();
  let told = false;
  for (;;) {
    const { version } = (await states.findOne({ _id: 'schema' })) ?? (await begin(db, migrations.length));
    if (version > migrations.length) throw new DataIsNewer(connection.name, version, migrations.length);
    const next = migrations[version];
    if (!next) return;
    const facts = { dbName: connection.name, migration: next.number, title: next.title };
    if (await takeLease(states, { version, by, leaseMs })) {
      log.info(facts, 'migrating the data');
      await work(states, next, { db, by, leaseMs });
      log.info(facts, 'migrated the data');
    } else {
      if (!told) log.info(facts, 'waiting for another process to migrate the data');
      told = true;
      await sleep(lookEveryMs);
    }
  }
}

function assertNumbered(migrations: Migrations): void {
  migrations.forEach(({ number, title }, at) => {
    if (number !== at + 1) throw new Error(`Migration "${title}" has number ${number} at place ${at + 1}`);
  });
}

/** Marks a database that has no mark yet. */
async function begin(db: mongo.Db, newest: number): Promise<Pick<State, 'version'>> {
  const others = await db.listCollections({ name: { $ne: collectionName } }, { nameOnly: true }).toArray();
  const version = others.length === 0 ? newest : 0;
  try {
    const state = await db
      .collection<State>(collectionName)
      .findOneAndUpdate(
        { _id: 'schema' },
        { $setOnInsert: { version } },
        { upsert: true, returnDocument: 'after' },
      );
    return state ?? { version };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return begin(db, newest); // another process was quicker by a moment
  }
}

type Turn = { readonly by: string; readonly leaseMs: number };

const leaseUntil = ({ by, leaseMs }: Turn) => ({
  $set: { lease: { by, until: { $add: ['$$NOW', leaseMs] } } },
});

async function takeLease(
  states: mongo.Collection<State>,
  { version, ...turn }: Turn & { readonly version: number },
): Promise<boolean> {
  const free = { $or: [{ $not: ['$lease'] }, { $lt: ['$lease.until', '$$NOW'] }] };
  const { matchedCount } = await states.updateOne({ _id: 'schema', version, $expr: free }, [
    leaseUntil(turn),
  ]);
  return matchedCount === 1;
}

/** Runs one migration, keeps the lease meanwhile, and marks it done unless another process did so. */
async function work(
  states: mongo.Collection<State>,
  { number, run }: Migration,
  { db, ...turn }: Turn & { readonly db: mongo.Db },
): Promise<void> {
  const mine = { _id: 'schema' as const, version: number - 1, 'lease.by': turn.by };
  const renewal = setInterval(() => {
    // One that fails is made up for by the next: three fit into a lease.
    states.updateOne(mine, [leaseUntil(turn)]).catch(() => undefined);
  }, turn.leaseMs / 3);
  let version = number - 1;
  try {
    await run(db);
    version = number;
  } finally {
    clearInterval(renewal);
    await states.updateOne(mine, { $set: { version }, $unset: { lease: '' } });
  }
}

/** Drops the indexes that are meant, which others stand in for. Those that are gone already stay so. */
export async function dropIndexes<Doc extends mongo.Document>(
  collection: mongo.Collection<Doc>,
  isMeant: (index: mongo.IndexDescriptionInfo) => boolean,
): Promise<void> {
  // A collection that is not there has none.
  const indexes = await collection.indexes().catch((): mongo.IndexDescriptionInfo[] => []);
  for (const index of indexes.filter(isMeant))
    if (index.name !== undefined) await collection.dropIndex(index.name);
}

/** Hands what `found` reads to `write` in batches, so that a big collection needs little memory and few writes. */
export async function inBatches<Doc>(
  found: AsyncIterable<Doc>,
  write: (batch: readonly Doc[]) => Promise<unknown>,
): Promise<void> {
  let batch: Doc[] = [];
  for await (const doc of found) {
    batch.push(doc);
    if (batch.length < 500) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
}
