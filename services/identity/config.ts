import { z } from '#shared/contracts/zod';
import { realDeployment } from '#shared/kit/config/deployment';
import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { readTogether } from '#shared/kit/config/together';
import { type OfficialAccountOptions } from './clients/officialAccount';

/** The official account in whose name people pay in WeChat's browser: both or none. */
export const officialEnvironment = {
  WECHAT_OFFICIAL_APPID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'must be the id of an app at WeChat: wx and sixteen digits'),
  WECHAT_OFFICIAL_SECRET: secret(8),
};
const visitEnvironment = {
  WECHAT_API_URL: address(['http', 'https']).default('https://api.weixin.qq.com'),
  /** Where WeChat tells who uses its browser. */
  WECHAT_OPEN_URL: address(['http', 'https']).default('https://open.weixin.qq.com'),
  PUBLIC_URL: address(['http', 'https']).default('http://localhost:8080'),
};

/** What it reads in any case. */
export const usualEnvironment = {
  ...visitEnvironment,
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: secret(8).default(''),
  SMS_URL: address(['http', 'https']).optional(),
};

/** What identity reads beside what every service reads. */
export const identityEnvironment = { ...usualEnvironment, ...officialEnvironment };

/** Without a gateway codes stand in the log, where whoever reads it could sign in as anybody. */
export const smsMissing = (because: string): string =>
  `SMS_URL is not set: where ${because}, sign-in codes go out by a text message gateway and never into the log`;

/** @throws {ConfigError} */
export function readIdentityConfig(environment = process.env) {
  const given = readEnvironment(usualEnvironment, environment);
  const because = realDeployment(environment);
  if (given.SMS_URL === undefined && because !== undefined) throw new ConfigError([smsMissing(because)]);
  return {
    wechat: {
      apiUrl: given.WECHAT_API_URL,
      appId: given.WECHAT_APPID,
      appSecret: given.WECHAT_SECRET,
    },
    officialAccount: readOfficialAccount(environment),
    codes: given.SMS_URL,
  };
}

/** Undefined where it is not set. @throws {ConfigError} */
export function readOfficialAccount(environment: NodeJS.ProcessEnv): OfficialAccountOptions | undefined {
  const account = readTogether(officialEnvironment, environment);
  if (!account) return undefined;
  const around = readEnvironment(visitEnvironment, environment);
  return {
    appId: account.WECHAT_OFFICIAL_APPID,
    appSecret: account.WECHAT_OFFICIAL_SECRET,
    apiUrl: around.WECHAT_API_URL,
    openUrl: around.WECHAT_OPEN_URL,
    publicUrl: around.PUBLIC_URL,
  };
}
