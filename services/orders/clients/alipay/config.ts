import { z } from '#shared/contracts/zod';
import { address, ConfigError } from '#shared/kit/config/environment';
import { privateKey, publicKey } from '#shared/kit/config/keys';
import { readTogether } from '#shared/kit/config/together';
import { type AlipayOptions } from './alipayPayments';

const number = () => z.string().regex(/^\d{16}$/, 'must be a number of sixteen digits');

export const alipayEnvironment = {
  ALIPAY_APP_ID: number(),
  /** The merchant's own number (PID): who is paid. */
  ALIPAY_SELLER_ID: number(),
  ALIPAY_PRIVATE_KEY: privateKey(),
  ALIPAY_PUBLIC_KEY: publicKey(),
  /** Where the stand-in for Alipay answers; unset: Alipay itself. */
  ALIPAY_API_URL: address(['http', 'https']).optional(),
  /** Where browsers reach the stand-in, if elsewhere. */
  ALIPAY_PAGES_URL: address(['http', 'https']).optional(),
};

type Read = Pick<
  AlipayOptions,
  'appId' | 'sellerId' | 'privateKey' | 'alipayPublicKey' | 'gatewayUrl' | 'pagesUrl'
>;

/** Undefined where nothing of it is set. @throws {ConfigError} */
export function readAlipay(environment: NodeJS.ProcessEnv): Read | undefined {
  const given = readTogether(alipayEnvironment, environment);
  if (!given) return undefined;
  const { ALIPAY_APP_ID: appId, ALIPAY_API_URL: apiUrl, ALIPAY_PAGES_URL: pagesUrl = apiUrl } = given;
  if (apiUrl !== undefined && !standInApp.test(appId))
    throw new ConfigError(['ALIPAY_API_URL must not be set with a real app: it names the stand-in']);
  return {
    appId,
    sellerId: given.ALIPAY_SELLER_ID,
    privateKey: given.ALIPAY_PRIVATE_KEY.export({ type: 'pkcs8', format: 'pem' }).toString(),
    alipayPublicKey: given.ALIPAY_PUBLIC_KEY.export({ type: 'spki', format: 'pem' }).toString(),
    ...(apiUrl === undefined
      ? {}
      : { gatewayUrl: `${apiUrl}/gateway.do`, pagesUrl: `${pagesUrl}/gateway.do` }),
  };
}

/** Alipay gives no such numbers: see the stand-in. */
const standInApp = /^9900\d{12}$/;
