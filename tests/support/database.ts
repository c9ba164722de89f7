import { randomBytes, randomInt } from 'node:crypto';
import { type Connection, ConnectionStates } from 'mongoose';
import { connectMongo, type ConnectOptions } from '../../shared/kit/mongo/connect';
import { type AtFileEnd } from './environment';

export type TestDatabase = {
  connection: Connection;
  /** Address with the database's name in it, to start processes on. */
  uri: string;
  dbName: string;
};

type TestDatabaseOptions = Pick<ConnectOptions, 'monitorCommands'> & {
  /** In a loop whose rounds each begin anew: the last one of this name, emptied, instead of one more. */
  readonly emptied?: true;
};

/** The last database of each name. */
const last = new Map<string, TestDatabase>();

/**
 * A fresh, empty database of its own on one of the run's engines. It, and every database whose name starts with `dbName`, is
 * dropped and the connection closed after the test file, when all its `afterAll`s are done.
 */
export async function testDatabase(
  name = 'test',
  { emptied, ...options }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const before = emptied && last.get(name);
  if (before) {
    for (const collection of (await before.connection.db?.collections()) ?? [])
      await collection.deleteMany({});
    return before;
  }
  const server = anEngine();
  const dbName = `${name}_${randomBytes(6).toString('hex')}`;
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: console.error };
  const connection = await connectMongo({ uri: server, dbName, log, ...options });
  atFileEnd(() => dropAndClose(connection, dbName));
  const made = { connection, uri: withDatabase(server, dbName), dbName };
  last.set(name, made);
  return made;
}

function anEngine(): string {
  const { TEST_MONGODB_URI, TEST_MONGODB_URIS } = process.env;
  if (TEST_MONGODB_URI) return TEST_MONGODB_URI;
  if (!TEST_MONGODB_URIS)
    throw new Error('no test engine: jest must run with the globalSetup of jest.config.cjs');
  const engines = JSON.parse(TEST_MONGODB_URIS) as string[];
  return engines[randomInt(engines.length)] ?? '';
}

async function dropAndClose(connection: Connection, prefix: string): Promise<void> {
  if (connection.readyState !== ConnectionStates.connected) return; // closed by the test itself
  const { databases } = await connection.listDatabases();
  const ours = databases.filter((database) => database.name.startsWith(prefix));
  for (const { name } of ours) await connection.getClient().db(name).dropDatabase();
  await connection.close();
}

function withDatabase(uri: string, dbName: string): string {
  const [address = uri, query] = uri.split('?');
  return `${address.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+).*$/, '$1')}/${dbName}${query ? `?${query}` : ''}`;
}

function atFileEnd(action: () => Promise<void>): void {
  const { lintuanAtFileEnd } = globalThis as { lintuanAtFileEnd?: AtFileEnd };
  lintuanAtFileEnd?.push(action);
}
