import { type Child, startChild } from './childProcess';
import { inherited } from './config';

export type StandIn = {
  readonly child: Child;
  /** What the product must be told to pay there. */
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * The stand-in for the payment provider in a process of its own, as the real one is: its work is not the product's.
 * @param port of the product that it reports to
 */
export async function startStandIn(port: number): Promise<StandIn> {
  const child = await startChild('shared/sandbox/main.ts', {
    environment: { ...inherited(), STRIPE_WEBHOOK_URL: `http://127.0.0.1:${port}/api/webhooks/stripe` },
    ready: /^\{.*\}$/,
  });
  const { stripe } = JSON.parse(child.ready[0]) as {
    stripe: { url: string; secretKey: string; webhookSecret: string };
  };
  return {
    child,
    environment: {
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_URL: stripe.url,
      STRIPE_PAGES_URL: stripe.url,
    },
  };
}
