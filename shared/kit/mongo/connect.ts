import mongoose, { type Connection } from 'mongoose';
import { durableWritesAt } from './durableWrites';
import { type MongoLog } from './log';

/** No query of ours may run longer; work that must is cut into pages. */
const MAX_QUERY_MS = 10_000;
const POOL_SIZE = 50;

export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

export type ConnectOptions = {
  /** A `mongodb://` address. */
  uri: string;
  /** Each service has its own database. */
  dbName: string;
  log: MongoLog;
  /** How long to look for the server before giving up, in milliseconds; also later, when it went away. */
  reachWithinMs?: number;
  /** Lets the connection's client tell of every command (`commandStarted`). */
  monitorCommands?: boolean;
};

/**
 * A connection of its own to one database. Every write that was acknowledged survives a crash unless the call asks for less.
 * Rejects with DatabaseUnreachable, whose message holds no credentials.
 */
export async function connectMongo(options: ConnectOptions): Promise<Connection> {
  const { uri, dbName, log, reachWithinMs = 10_000, monitorCommands = false } = options;
  const connection = mongoose.createConnection();
  connection.set('sanitizeProjection', true);
  connection.set('maxTimeMS', MAX_QUERY_MS);
  connection.on('error', (error) => {
    log.error({ err: error as unknown, dbName }, 'database connection failed');
  });
  try {
    await connection.openUri(uri, {
      dbName,
      appName: 'lintuan',
      autoCreate: false,
      autoIndex: false,
      bufferCommands: false,
      maxPoolSize: POOL_SIZE,
      monitorCommands,
      waitQueueTimeoutMS: MAX_QUERY_MS,
      serverSelectionTimeoutMS: reachWithinMs,
      socketTimeoutMS: 4 * MAX_QUERY_MS,
      writeConcern: await durableWritesAt(uri, reachWithinMs),
    });
  } catch (error) {
    await connection.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnreachable(
      `MongoDB at ${withoutCredentials(uri)} cannot be reached (${reason}): check MONGODB_URI and that the server runs.`,
    );
  }
  let closing = false;
  connection.on('disconnecting', () => {
    closing = true;
  });
  connection.on('disconnected', () => {
    if (!closing) log.warn({ dbName }, 'database connection lost');
  });
  connection.on('connected', () => {
    log.info({ dbName }, 'database connected again');
  });
  return connection;
}

function withoutCredentials(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
}
