import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../contracts/zod';
import { address, ConfigError, readEnvironment } from '../config/environment';
import { runningEngine } from './engineOwner';

const databaseEnvironment = {
  MONGODB_URI: address(['mongodb', 'mongodb+srv']).optional(),
  DATA_DIR: z.string().default('./data'),
};

/**
 * Where the services' databases are, for a command beside the running product.
 * @throws {ConfigError} when they are nowhere to be found.
 */
export function readDatabaseAddress(environment = process.env): string {
  const { MONGODB_URI: given, DATA_DIR: dataDir } = readEnvironment(databaseEnvironment, environment);
  const uri = given ?? runningEngine(join(dataDir, 'db'));
  if (uri === undefined)
    throw new ConfigError([
      `MONGODB_URI is not set, and no product runs on ${dataDir}: set it, or start the product`,
    ]);
  return uri;
}

/** Where a service's database is, for a command beside the product: a server, a running all-in-one start, or the folder of one. */
export type DatabasePlace = { readonly uri: string } | { readonly folder: string };

/** @throws {ConfigError} when it is nowhere to be found. */
export function readDatabasePlace(environment = process.env): DatabasePlace {
  const { MONGODB_URI: given, DATA_DIR: dataDir } = readEnvironment(databaseEnvironment, environment);
  const folder = join(dataDir, 'db');
  const uri = given ?? runningEngine(folder);
  if (uri !== undefined) return { uri };
  if (!existsSync(folder))
    throw new ConfigError([
      `MONGODB_URI is not set, and ${dataDir} is no data folder of the product: set MONGODB_URI or DATA_DIR`,
    ]);
  return { folder };
}
