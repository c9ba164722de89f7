import { randomText } from '../kit/ids';
import { LiveKeysConfigured } from '../kit/liveKeys';

export type StripeKeys = { secretKey: string; publishableKey: string; webhookSecret: string };

/** Test keys for one start. */
export const makeStripeKeys = (): StripeKeys => ({
  secretKey: `sk_test_${randomText(32)}`,
  publishableKey: `pk_test_${randomText(32)}`,
  webhookSecret: `whsec_${randomText(32)}`,
});

/** @throws LiveKeysConfigured when a key is a live one, secret or restricted or publishable */
export function refuseLiveKeys(...keys: string[]) {
  if (keys.some((key) => /^(sk|rk|pk)_live_/.test(key)))
    throw new LiveKeysConfigured('A live Stripe key is configured: use Stripe itself, not the sandbox.');
}
