import { z } from '#shared/contracts/zod';
import { address, readEnvironment, secret } from '#shared/kit/config/environment';

/** What identity reads beside what every service reads. */
export const identityEnvironment = {
  WECHAT_API_URL: address(['http', 'https']).default('https://api.weixin.qq.com'),
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: secret(8).default(''),
  SMS_URL: address(['http', 'https']).optional(),
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
