import { z } from '#shared/contracts/zod';
import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { privateKey, publicKey } from '#shared/kit/config/keys';
import { readTogether } from '#shared/kit/config/together';
import { type Platform } from './platformCalls';
import { type WechatPayOptions } from './wechatPayments';

const appId = () =>
  z.string().regex(/^wx[0-9a-f]{16}$/, 'must be the id of an app at WeChat: wx and sixteen digits');

/** The key of AES-256: with any other length no notice could be read. */
const apiV3Key = () => {
  const error = 'must have exactly 32 characters';
  return z.string(error).refine((text) => Buffer.byteLength(text) === 32, error);
};

export const wechatPayEnvironment = {
  WECHATPAY_MCHID: z.string().regex(/^\d{8,10}$/, 'must be the number of a merchant: eight to ten digits'),
  /** The mini program that people pay in; unset: `WECHAT_APPID`. */
  WECHATPAY_APPID: appId(),
  WECHATPAY_PRIVATE_KEY: privateKey(),
  /** Serial number of the certificate that belongs to the private key. */
  WECHATPAY_SERIAL_NO: z.string().regex(/^[0-9A-Fa-f]{8,64}$/, 'must be the serial number of a certificate'),
  WECHATPAY_API_V3_KEY: apiV3Key(),
  /** By which WeChat Pay signs; unset: by its certificates. */
  WECHATPAY_PUBLIC_KEY: publicKey().optional(),
  WECHATPAY_PUBLIC_KEY_ID: z
    .string()
    .regex(/^PUB_KEY_ID_\w+$/, 'must be the id of a public key: PUB_KEY_ID_…')
    .optional(),
  /** Where the stand-in for WeChat Pay answers; unset: WeChat Pay itself. */
  WECHATPAY_API_URL: address(['http', 'https']).optional(),
  /** Where browsers reach the stand-in's pages. */
  WECHATPAY_PAGES_URL: address(['http', 'https']).optional(),
};

type Read = Omit<WechatPayOptions, 'publicUrl' | 'notifyUrl' | 'openidOf' | 'now' | 'log'>;

/** Undefined where nothing of it is set. @throws {ConfigError} */
export function readWechatPay(environment: NodeJS.ProcessEnv): Read | undefined {
  const set = (name: string) => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const isMeant = Object.keys(wechatPayEnvironment).some((name) => set(name) !== undefined);
  const appId = set('WECHATPAY_APPID') ?? set('WECHAT_APPID');
  const given = readTogether(wechatPayEnvironment, {
    ...environment,
    WECHATPAY_APPID: isMeant ? appId : undefined,
  });
  if (!given) return undefined;
  const { WECHATPAY_MCHID: mchid, WECHATPAY_API_URL: apiUrl, WECHATPAY_PAGES_URL: pagesUrl } = given;
  if (apiUrl !== undefined && !standInMerchant.test(mchid))
    throw new ConfigError(['WECHATPAY_API_URL must not be set with a real merchant: it names the stand-in']);
  return {
    mchid,
    appId: given.WECHATPAY_APPID,
    officialAppId: readEnvironment(platformEnvironment, environment).WECHAT_OFFICIAL_APPID,
    privateKey: given.WECHATPAY_PRIVATE_KEY,
    serialNo: given.WECHATPAY_SERIAL_NO,
    apiV3Key: given.WECHATPAY_API_V3_KEY,
    publicKey: publicKeyIn(given),
    apiUrl,
    platform: platformIn(environment, given.WECHATPAY_APPID),
    ...(pagesUrl === undefined ? {} : { payPage: standInPage(pagesUrl) }),
  };
}

/** What orders knows of the mini program itself, to tell its shipping. */
export const platformEnvironment = {
  WECHAT_API_URL: address(['http', 'https']).default('https://api.weixin.qq.com'),
  WECHAT_APPID: z.string().optional(),
  /** The official account in whose name people pay in WeChat's browser; unset: nobody can. */
  WECHAT_OFFICIAL_APPID: appId().optional(),
  /** Unset: nobody tells WeChat that goods are there. */
  WECHAT_SECRET: secret(8).optional(),
};

/** Of the mini program that people pay in; undefined where its secret is not known. */
function platformIn(environment: NodeJS.ProcessEnv, paidIn: string): Platform | undefined {
  const given = readEnvironment(platformEnvironment, environment);
  const { WECHAT_API_URL: apiUrl, WECHAT_APPID: appId, WECHAT_SECRET: appSecret } = given;
  return appId === paidIn && appSecret !== undefined ? { apiUrl, appId, appSecret } : undefined;
}

/** WeChat Pay gives no such numbers: see the stand-in. */
const standInMerchant = /^99\d{8}$/;

/** The stand-in's page for the code of `weixin://wxpay/…`. */
export const standInPage = (pagesUrl: string) => (codeUrl: string) =>
  codeUrl.replace(/^weixin:\/\//, `${pagesUrl}/`);

type Keys = z.output<
  z.ZodObject<Pick<typeof wechatPayEnvironment, 'WECHATPAY_PUBLIC_KEY' | 'WECHATPAY_PUBLIC_KEY_ID'>>
>;

function publicKeyIn({
  WECHATPAY_PUBLIC_KEY: key,
  WECHATPAY_PUBLIC_KEY_ID: id,
}: Keys): WechatPayOptions['publicKey'] {
  if (key && id !== undefined) return { id, key };
  if (key)
    throw new ConfigError(['WECHATPAY_PUBLIC_KEY_ID is not set: it must go with WECHATPAY_PUBLIC_KEY']);
  if (id !== undefined)
    throw new ConfigError(['WECHATPAY_PUBLIC_KEY is not set: it must go with WECHATPAY_PUBLIC_KEY_ID']);
  return undefined;
}
