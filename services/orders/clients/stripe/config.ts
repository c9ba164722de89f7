import { address, ConfigError, secret } from '#shared/kit/config/environment';
import { z } from '#shared/contracts/zod';
import { readTogether } from '#shared/kit/config/together';
import { type StripeOptions } from './stripePayments';

/** What a browser may see; a secret key here would be shown to everybody. */
const publishableKey = () =>
  z.string().regex(/^pk_(test|live)_[0-9A-Za-z]{8,250}$/, 'must be a publishable key of Stripe: pk_…');

export const stripeEnvironment = {
  STRIPE_SECRET_KEY: secret(8),
  STRIPE_WEBHOOK_SECRET: secret(8),
  STRIPE_PUBLISHABLE_KEY: publishableKey().optional(),
  /** Where the stand-in for Stripe answers; unset: Stripe itself. */
  STRIPE_API_URL: address(['http', 'https']).optional(),
  /** Where the stand-in lets people pay by hand, as a browser reaches it. */
  STRIPE_PAGES_URL: address(['http', 'https']).optional(),
};

/** Undefined where nothing of it is set. @throws {ConfigError} */
export function readStripe(
  environment: NodeJS.ProcessEnv,
): Omit<StripeOptions, 'now' | 'publicUrl'> | undefined {
  const given = readTogether(stripeEnvironment, environment);
  if (!given) return undefined;
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl, STRIPE_PAGES_URL: pagesUrl } = given;
  if (apiUrl !== undefined && /^(sk|rk)_live_/.test(secretKey))
    throw new ConfigError(['STRIPE_API_URL must not be set with a live key: it names the stand-in']);
  return {
    secretKey,
    webhookSecret: given.STRIPE_WEBHOOK_SECRET,
    publishableKey: given.STRIPE_PUBLISHABLE_KEY,
    ...(apiUrl === undefined ? {} : { api: apiAt(new URL(apiUrl)) }),
    ...(pagesUrl === undefined
      ? {}
      : { payPage: ({ id, clientSecret }) => `${pagesUrl}/pay/${id}?secret=${clientSecret}` }),
  };
}

function apiAt({ hostname, port, protocol }: URL): NonNullable<StripeOptions['api']> {
  const secure = protocol === 'https:';
  return { host: hostname, port: Number(port || (secure ? 443 : 80)), protocol: secure ? 'https' : 'http' };
}
