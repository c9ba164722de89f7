import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { z } from '#shared/contracts/zod';
import { type PaymentsOptions } from './clients/createPaymentProviders';
import { type StripeOptions } from './clients/stripe/stripePayments';

/** A key that a browser may see; a secret one here would be shown to everybody. */
export const publishableKey = () =>
  z.string().regex(/^pk_(test|live)_[0-9A-Za-z]{8,250}$/, 'must be a publishable key of Stripe: pk_…');

/** What orders reads beside what every service reads. */
export const ordersEnvironment = {
  STRIPE_SECRET_KEY: secret(8),
  STRIPE_WEBHOOK_SECRET: secret(8),
  STRIPE_PUBLISHABLE_KEY: publishableKey().optional(),
  /** Where the stand-in for Stripe answers; unset: Stripe itself. */
  STRIPE_API_URL: address(['http', 'https']).optional(),
  /** Where the stand-in lets people pay by hand, as a browser reaches it. */
  STRIPE_PAGES_URL: address(['http', 'https']).optional(),
  PUBLIC_URL: address(['http', 'https']).default('http://localhost:8080'),
};

/** @throws {ConfigError} */
export function readOrdersConfig(environment = process.env): { payments: PaymentsOptions } {
  const given = readEnvironment(ordersEnvironment, environment);
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl, STRIPE_PAGES_URL: pagesUrl } = given;
  if (apiUrl !== undefined && /^(sk|rk)_live_/.test(secretKey))
    throw new ConfigError(['STRIPE_API_URL must not be set with a live key: it names the stand-in']);
  return {
    payments: {
      publicUrl: given.PUBLIC_URL,
      stripe: {
        secretKey,
        webhookSecret: given.STRIPE_WEBHOOK_SECRET,
        publishableKey: given.STRIPE_PUBLISHABLE_KEY,
        ...(apiUrl === undefined ? {} : { api: apiAt(new URL(apiUrl)) }),
        ...(pagesUrl === undefined
          ? {}
          : { payPage: ({ id, clientSecret }) => `${pagesUrl}/pay/${id}?secret=${clientSecret}` }),
      },
    },
  };
}

function apiAt({ hostname, port, protocol }: URL): NonNullable<StripeOptions['api']> {
  const secure = protocol === 'https:';
  return { host: hostname, port: Number(port || (secure ? 443 : 80)), protocol: secure ? 'https' : 'http' };
}
