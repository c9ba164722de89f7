import { hkdfSync } from 'node:crypto';
import { type Connection } from 'mongoose';
import { ConfigError } from '../config/environment';
import { keptSecret, type KeptSecret } from '../mongo/keptSecret';
import { secretMissing } from './config';

/** All services may read it, whatever their own databases are. */
const databaseInCommon = 'lintuan_shared';
const notAuthorised = 13;

/**
 * The key of the services' tokens: from the secret that all of them are given, or random and kept in a database that they share.
 * @throws {ConfigError} when there is no secret and this service may not use that database
 */
export async function serviceKey(secret: string | undefined, mongo: Connection): Promise<Uint8Array> {
  if (secret !== undefined)
    return new Uint8Array(hkdfSync('sha256', secret, '', 'lintuan service tokens', 32));
  const secrets = mongo.getClient().db(databaseInCommon).collection<KeptSecret>('secrets');
  try {
    return new Uint8Array(await keptSecret(secrets, 'service tokens'));
  } catch (error) {
    if ((error as { code?: unknown }).code === notAuthorised) throw new ConfigError([secretMissing]);
    throw error;
  }
}
