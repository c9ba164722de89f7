import { join } from 'node:path';
import { z } from '#shared/contracts/zod';
import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { runningEngine } from '#shared/kit/mongo/engineOwner';

/** What identity reads beside what every service reads. */
export const identityEnvironment = {
  WECHAT_API_URL: address(['http', 'https']).default('https://api.weixin.qq.com'),
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: secret(8).default(''),
  SMS_URL: address(['http', 'https']).optional(),
};

const databaseEnvironment = {
  MONGODB_URI: address(['mongodb', 'mongodb+srv']).optional(),
  DATA_DIR: z.string().default('./data'),
};

/** @throws {ConfigError} */
export function readIdentityConfig(environment = process.env) {
  const given = readEnvironment(identityEnvironment, environment);
  return {
    wechat: {
      apiUrl: given.WECHAT_API_URL,
      appId: given.WECHAT_APPID,
      appSecret: given.WECHAT_SECRET,
    },
    codes: given.SMS_URL,
  };
}

/**
 * Where identity's database is, for a command beside the running product.
 * @throws {ConfigError} when it is nowhere to be found.
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
