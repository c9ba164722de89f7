import { type Connection } from 'mongoose';
import { ConfigError } from '../config/environment';
import { createLog, type Log } from '../log/log';
import { DatabaseUnreachable } from '../mongo/connect';
import { startEmbeddedEngine } from '../mongo/embeddedEngine';
import { DataDirInUse, DataDirUnusable, EngineCannotLoad, EngineDied } from '../mongo/engineErrors';
import { DataIsNewer } from '../mongo/migrations';
import { readDatabasePlace } from '../mongo/config';
import { connectOwnDatabase, type OwnDatabase } from '../serviceDeps';

type Work = (mongo: Connection, log: Log) => Promise<void>;

const plainErrors = [
  ConfigError,
  DatabaseUnreachable,
  DataIsNewer,
  DataDirInUse,
  DataDirUnusable,
  EngineCannotLoad,
  EngineDied,
];

/**
 * Runs a command on the database of a service, whether the product runs or not; what a person can mend is told in one line on standard
 * error, with exit code 1.
 * @param work says what it did on standard output; a `ConfigError` of its own is told like the others
 */
export function runOnDatabase(name: string, own: OwnDatabase, work: Work): void {
  runOnServer(name, async (uri, log) => {
    const mongo = await connectOwnDatabase(own, uri, log);
    try {
      await work(mongo, log);
    } finally {
      await mongo.close();
    }
  });
}

/** The same for what concerns the databases of several services; `work` connects to those that it needs. */
export function runOnServer(name: string, work: (uri: string, log: Log) => Promise<void>): void {
  onServer(name, work).catch((error: unknown) => {
    if (!plainErrors.some((known) => error instanceof known)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}

async function onServer(name: string, work: (uri: string, log: Log) => Promise<void>): Promise<void> {
  const log = createLog({ service: name, level: 'error' });
  const place = readDatabasePlace();
  const engine = 'folder' in place ? await startEmbeddedEngine({ dataDir: place.folder, log }) : undefined;
  try {
    await work('uri' in place ? place.uri : (engine?.uri ?? ''), log);
  } finally {
    await engine?.close();
  }
}
