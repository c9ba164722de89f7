import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import Stripe from 'stripe';
import { temporaryFolder } from './kit/support';

const start = (environment: Record<string, string> = {}) =>
  spawn(process.execPath, ['--import', 'tsx', `${__dirname}/main.ts`], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

type FirstLine = {
  stripe: { host: string; port: number; secretKey: string };
  wechat: { url: string; appid: string; secret: string };
};

const paid = {
  amount: 1000,
  currency: 'cny',
  allowed_payment_method_types: ['card' as const],
  payment_method: 'pm_card_visa',
  confirm: true,
};

async function startAndConnect(environment: Record<string, string> = {}) {
  const process_ = start(environment);
  const [line] = (await once(createInterface({ input: process_.stdout }), 'line')) as [string];
  const { stripe: at, wechat } = JSON.parse(line) as FirstLine;
  const stripe = new Stripe(at.secretKey, {
    host: at.host,
    port: at.port,
    protocol: 'http',
    telemetry: false,
  });
  return { process: process_, stripe, wechat };
}

it('says first where it is, works, and stops cleanly', async () => {
  const { process: process_, stripe, wechat } = await startAndConnect();
  expect(await stripe.balance.retrieve()).toMatchObject({ object: 'balance', livemode: false });
  expect((await fetch(`${wechat.url}/sns/jscode2session`)).status).toBe(200);
  process_.kill('SIGTERM');
  expect(await once(process_, 'exit')).toEqual([0, null]);
});

it.each([
  [{ STRIPE_SECRET_KEY: 'sk_live_0123456789' }, /^LiveKeysConfigured: /],
  [{ SANDBOX_PORT: 'abc' }, /^ConfigError: SANDBOX_PORT must be/],
])('refuses %j in one line', async (environment, line) => {
  const process_ = start(environment);
  let said = '';
  process_.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(process_, 'close')) as [number];
  expect([code, said.trim().split('\n')]).toEqual([1, [expect.stringMatching(line)]]);
});

it('knows after a kill everything that it acknowledged', async () => {
  const place = await temporaryFolder();
  const environment = { SANDBOX_DATA_DIR: place.folder, STRIPE_SECRET_KEY: 'sk_test_kept_after_a_kill' };
  const first = await startAndConnect(environment);
  const acknowledged: string[] = [];
  const buyer = async () => {
    for (;;) {
      const intent = await first.stripe.paymentIntents
        .create(paid, { maxNetworkRetries: 0 })
        .catch(() => null);
      if (!intent) return;
      acknowledged.push(intent.id);
      if (acknowledged.length === 200) first.process.kill('SIGKILL');
    }
  };
  await Promise.all([buyer(), buyer(), buyer(), buyer()]);

  const second = await startAndConnect(environment);
  for (const id of acknowledged)
    expect(await second.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' });
  const [balance] = (await second.stripe.balance.retrieve()).available;
  expect(balance!.amount).toBeGreaterThanOrEqual(acknowledged.length * paid.amount);
  second.process.kill('SIGTERM');
  await once(second.process, 'exit');
  await place.remove();
});
