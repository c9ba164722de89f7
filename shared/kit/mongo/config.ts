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
