import { address, ConfigError, readEnvironment } from '#shared/kit/config/environment';
import { type FileStore } from '#shared/kit/files/fileStore';
import { fileStoreVariables, readFileStore } from '#shared/kit/files/readFileStore';
import { alipayEnvironment, readAlipay } from './clients/alipay/config';
import { type PaymentsOptions } from './clients/createPaymentProviders';
import { readStripe, stripeEnvironment } from './clients/stripe/config';
import { platformEnvironment, readWechatPay, wechatPayEnvironment } from './clients/wechatpay/config';

/** What the providers of payments are set up by: each whole or not at all. */
export const paymentsEnvironment = { ...stripeEnvironment, ...wechatPayEnvironment, ...alipayEnvironment };

/** What orders reads beside what every service reads. */
export const ordersEnvironment = {
  ...paymentsEnvironment,
  /** The mini program, as identity knows it. */
  ...platformEnvironment,
  PUBLIC_URL: address(['http', 'https']).default('http://localhost:8080'),
  ...fileStoreVariables('CLAIM_PHOTO'),
};

/** @throws {ConfigError} */
export const readClaimPhotoFiles = (environment = process.env): FileStore =>
  readFileStore({ prefix: 'CLAIM_PHOTO', folder: 'claim-photos' }, environment);

export type PaymentSettings = Pick<PaymentsOptions, 'stripe' | 'wechatpay' | 'alipay'>;

/**
 * The providers that the environment sets up; there may be none.
 * @throws {ConfigError} with a line for each mistake
 */
export function readPaymentSettings(environment = process.env): PaymentSettings {
  const lines: string[] = [];
  const tried = <Settings>(read: (given: NodeJS.ProcessEnv) => Settings): Settings | undefined => {
    try {
      return read(environment);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      lines.push(...error.lines);
      return undefined;
    }
  };
  const settings = {
    stripe: tried(readStripe),
    wechatpay: tried(readWechatPay),
    alipay: tried(readAlipay),
  };
  if (lines.length > 0) throw new ConfigError(lines);
  return settings;
}

export const isAnySet = (settings: PaymentSettings): boolean => Object.values(settings).some(Boolean);

/** @throws {ConfigError} */
export function readOrdersConfig(environment = process.env): { payments: PaymentsOptions } {
  const { PUBLIC_URL } = readEnvironment({ PUBLIC_URL: ordersEnvironment.PUBLIC_URL }, environment);
  const settings = readPaymentSettings(environment);
  if (!isAnySet(settings)) throw new ConfigError([nobodyTakesMoney]);
  return { payments: { publicUrl: PUBLIC_URL, ...settings } };
}

export const nobodyTakesMoney =
  'Nobody takes payments: set the variables of Stripe, WeChat Pay or Alipay (docs/configuration.md)';
