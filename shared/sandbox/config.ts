import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { address, port, readEnvironment, secret } from '../kit/config/environment';
import { servesOthers } from '../kit/config/servesOthers';
import { readTestClock } from '../kit/config/testClock';
import { makeStripeKeys, type StripeKeys } from './stripe/keys';

export type SandboxConfig = {
  /** Port of the Stripe stand-in; WeChat's, WeChat Pay's and Alipay's take the next ones. 0: free ports. */
  port: number;
  host: string;
  publicUrl: string | undefined;
  folder: string | undefined;
  webhookUrl: string | undefined;
  stripe: StripeKeys;
  wechat: { appid: string; secret: string; official: { appid: string; secret: string } };
  /** A merchant that was configured; it must be one of the stand-in's own. */
  wechatpay: { mchid: string | undefined };
  /** An app that was configured; it must be one of the stand-in's own. */
  alipay: { appId: string | undefined };
  /** The file by which a test moves its time. */
  testClock: string | undefined;
};

const web = () => address(['http', 'https']).optional();
const key = () => secret(8).optional();

/** Reads the environment; keys that are not given are made for this start. @throws ConfigError */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SandboxConfig {
  const given = readEnvironment(
    {
      SANDBOX_PORT: port().optional(),
      SANDBOX_HOST: z.string().optional(),
      SANDBOX_DATA_DIR: z.string().optional(),
      SANDBOX_PUBLIC_URL: web(),
      STRIPE_WEBHOOK_URL: web(),
      STRIPE_SECRET_KEY: key(),
      STRIPE_PUBLISHABLE_KEY: key(),
      STRIPE_WEBHOOK_SECRET: key(),
      WECHAT_APPID: z.string().optional(),
      WECHAT_SECRET: key(),
      WECHAT_OFFICIAL_APPID: z.string().optional(),
      WECHAT_OFFICIAL_SECRET: key(),
      WECHATPAY_MCHID: z.string().optional(),
      ALIPAY_APP_ID: z.string().optional(),
    },
    environment,
  );
  const made = makeStripeKeys();
  const host = given.SANDBOX_HOST ?? '127.0.0.1';
  return {
    port: given.SANDBOX_PORT ?? 0,
    host,
    publicUrl: given.SANDBOX_PUBLIC_URL,
    folder: given.SANDBOX_DATA_DIR,
    webhookUrl: given.STRIPE_WEBHOOK_URL,
    stripe: {
      secretKey: given.STRIPE_SECRET_KEY ?? made.secretKey,
      publishableKey: given.STRIPE_PUBLISHABLE_KEY ?? made.publishableKey,
      webhookSecret: given.STRIPE_WEBHOOK_SECRET ?? made.webhookSecret,
    },
    wechat: {
      appid: given.WECHAT_APPID ?? `wx${randomBytes(8).toString('hex')}`,
      secret: given.WECHAT_SECRET ?? randomBytes(16).toString('hex'),
      official: {
        appid: given.WECHAT_OFFICIAL_APPID ?? `wx${randomBytes(8).toString('hex')}`,
        secret: given.WECHAT_OFFICIAL_SECRET ?? randomBytes(16).toString('hex'),
      },
    },
    wechatpay: { mchid: given.WECHATPAY_MCHID },
    alipay: { appId: given.ALIPAY_APP_ID },
    testClock: readTestClock(environment, servesOthers({ PUBLIC_URL: given.SANDBOX_PUBLIC_URL }, host)),
  };
}
