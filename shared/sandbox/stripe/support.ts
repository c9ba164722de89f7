import { createServer } from 'node:http';
import Stripe from 'stripe';
import { closeGracefully, listen, portOf } from '../../kit/process/listen';
import { createStripeSandbox, type StripeSandboxOptions } from './createStripeSandbox';
import { makeStripeKeys } from './keys';

/** For tests: a sandbox on a free port, driven by the real SDK. */
export async function startSandbox(options: Partial<StripeSandboxOptions> = {}) {
  const keys = { ...makeStripeKeys(), ...options };
  const sandbox = await createStripeSandbox({
    publicUrl: 'https://shop.example/sandbox/stripe',
    now: () => new Date(),
    log: { info: ignore, warn: ignore, error: ignore },
    refunds: { delayMs: 20 },
    firstRetryMs: 10,
    ...keys,
  });
  const server = await listen(sandbox.app, 0, '127.0.0.1');
  const port = portOf(server);
  const url = `http://127.0.0.1:${port}`;
  const stripe = new Stripe(keys.secretKey, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
  const control = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${keys.secretKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/_sandbox${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return {
    url,
    port,
    keys,
    sandbox,
    stripe,
    control,
    close: async () => {
      await closeGracefully(server, { timeoutMs: 200 });
      await sandbox.close();
    },
  };
}

const ignore = () => undefined;

type Received = { event: Stripe.Event; signature: string };

/** For tests: takes events, verified as the product does it; `answer` decides the status of each. */
export async function startReceiver(secret: string, answer: (event: Stripe.Event) => number = () => 200) {
  const stripe = new Stripe('sk_test_receiver');
  const received: Received[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      const signature = String(req.headers['stripe-signature']);
      const event = stripe.webhooks.constructEvent(body, signature, secret);
      received.push({ event, signature });
      res.writeHead(answer(event)).end();
    });
  });
  await listen(server, 0, '127.0.0.1');
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    types: () => received.map(({ event }) => event.type),
    close: () => closeGracefully(server, { timeoutMs: 200 }),
  };
}

/** For tests: what a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await call.then(
    () => new Error('It was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw error instanceof Error ? error : new Error('Refused without an error');
}
