import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { mailEnvironment, readMailer } from './clients/mail/config';
import { type Mailer } from './clients/mail/mailer';
import { type StripeTransfersOptions } from './clients/stripe/stripeTransfers';

/** What settlement reads beside what every service reads. */
export const settlementEnvironment = {
  /** The same as orders': pays leaders' connected accounts. */
  STRIPE_SECRET_KEY: secret(8).optional(),
  STRIPE_API_URL: address(['http', 'https']).optional(),
  PUBLIC_URL: address(['http', 'https']).default('http://localhost:8080'),
  ...mailEnvironment,
};

/** @throws {ConfigError} */
export function readSettlementConfig(environment = process.env): StripeConfig & {
  publicUrl: string;
  mailer: Mailer | undefined;
} {
  const values = readEnvironment(settlementEnvironment, environment);
  return { ...stripeConfig(values), publicUrl: values.PUBLIC_URL, mailer: readMailer(environment) };
}

type StripeConfig = { stripe?: Omit<StripeTransfersOptions, 'now'> };
type StripeValues = Partial<Record<'STRIPE_SECRET_KEY' | 'STRIPE_API_URL', string | undefined>>;

function stripeConfig(values: StripeValues): StripeConfig {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl } = values;
  if (secretKey === undefined) return {};
  if (apiUrl === undefined) return { stripe: { secretKey } };
  if (/^(sk|rk)_live_/.test(secretKey))
    throw new ConfigError(['STRIPE_API_URL must not be set with a live key: it names the stand-in']);
  const { hostname, port, protocol } = new URL(apiUrl);
  const isSecure = protocol === 'https:';
  return {
    stripe: {
      secretKey,
      api: {
        host: hostname,
        port: Number(port || (isSecure ? 443 : 80)),
        protocol: isSecure ? 'https' : 'http',
      },
    },
  };
}
