import { address, ConfigError, readEnvironment, secret } from '#shared/kit/config/environment';
import { type StripeTransfersOptions } from './clients/stripe/stripeTransfers';

/** What settlement reads beside what every service reads. */
export const settlementEnvironment = {
  /** The same as orders': pays leaders' connected accounts. */
  STRIPE_SECRET_KEY: secret(8).optional(),
  STRIPE_API_URL: address(['http', 'https']).optional(),
};

/** @throws {ConfigError} */
export function readSettlementConfig(environment = process.env): {
  stripe?: Omit<StripeTransfersOptions, 'now'>;
} {
  const values = readEnvironment(settlementEnvironment, environment);
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
