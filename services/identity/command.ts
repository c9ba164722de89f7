import { type Connection } from 'mongoose';
import { ConfigError } from '#shared/kit/config/environment';
import { createLog, type Log } from '#shared/kit/log/log';
import { DatabaseUnreachable } from '#shared/kit/mongo/connect';
import { startEmbeddedEngine } from '#shared/kit/mongo/embeddedEngine';
import { DataDirInUse, DataDirUnusable, EngineCannotLoad, EngineDied } from '#shared/kit/mongo/engineErrors';
import { DataIsNewer } from '#shared/kit/mongo/migrations';
import { connectOwnDatabase } from '#shared/kit/serviceDeps';
import { readDatabasePlace } from './config';
import { identityMigrations } from './storage/migrations';

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
 * Runs a command on identity's database, whether the product runs or not; what a person can mend is told in one line on standard
 * error, with exit code 1.
 * @param work says what it did on standard output; a `ConfigError` of its own is told like the others
 */
export function runCommand(name: string, work: (mongo: Connection, log: Log) => Promise<void>): void {
  onDatabase(name, work).catch((error: unknown) => {
    if (!plainErrors.some((known) => error instanceof known)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}

async function onDatabase(name: string, work: (mongo: Connection, log: Log) => Promise<void>): Promise<void> {
  const log = createLog({ service: name, level: 'error' });
  const place = readDatabasePlace();
  const engine = 'folder' in place ? await startEmbeddedEngine({ dataDir: place.folder, log }) : undefined;
  const uri = 'uri' in place ? place.uri : (engine?.uri ?? '');
  try {
    const mongo = await connectOwnDatabase({ name: 'identity', migrations: identityMigrations }, uri, log);
    try {
      await work(mongo, log);
    } finally {
      await mongo.close();
    }
  } finally {
    await engine?.close();
  }
}
