import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AlipaySdk } from 'alipay-sdk';
import Stripe from 'stripe';
import { temporaryFolder } from './kit/support';
import type { alipayClientKeys } from './alipay/account';
import type { wechatPayClientKeys } from './wechatpay/account';
import { merchantOf } from './wechatpay/support';

const start = (environment: Record<string, string> = {}) =>
  spawn(process.execPath, ['--import', 'tsx', `${__dirname}/main.ts`], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

type FirstLine = {
  stripe: { host: string; port: number; secretKey: string };
  wechat: { url: string; appid: string; secret: string };
  wechatpay: { url: string } & ReturnType<typeof wechatPayClientKeys>;
  alipay: { url: string } & ReturnType<typeof alipayClientKeys>;
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
  const { stripe: at, wechat, wechatpay, alipay } = JSON.parse(line) as FirstLine;
  const stripe = new Stripe(at.secretKey, {
    host: at.host,
    port: at.port,
    protocol: 'http',
    telemetry: false,
  });
  return { process: process_, stripe, wechat, wechatpay, alipay };
}

it('says first where it is, works, and stops cleanly', async () => {
  const { process: process_, stripe, wechat, wechatpay, alipay } = await startAndConnect();
  expect(await stripe.balance.retrieve()).toMatchObject({ object: 'balance', livemode: false });
  expect((await fetch(`${wechat.url}/sns/jscode2session`)).status).toBe(200);
  const route = `/v3/pay/transactions/out-trade-no/nothing-here?mchid=${wechatpay.mchid}`;
  const { authorization } = merchantOf(wechatpay, () => new Date());
  const answer = await fetch(wechatpay.url + route, {
    headers: { authorization: authorization('GET', route, '') },
  });
  expect(await answer.json()).toMatchObject({ code: 'ORDER_NOT_EXIST' });
  expect(wechatpay).toEqual({
    url: expect.stringMatching(/^http:/),
    mchid: expect.stringMatching(/^99\d{8}$/),
    appids: { miniProgram: wechat.appid, officialAccount: expect.stringMatching(/^wx/) },
    apiV3Key: expect.stringMatching(/^\w{32}$/),
    merchantSerialNo: expect.stringMatching(/^[\dA-F]{40}$/),
    merchantPrivateKey: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/),
    publicKeyId: expect.stringMatching(/^PUB_KEY_ID_\d+$/),
    publicKey: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----/),
  });
  const sdk = new AlipaySdk({
    appId: alipay.appId,
    privateKey: alipay.appPrivateKey,
    keyType: 'PKCS8',
    alipayPublicKey: alipay.alipayPublicKey,
    gateway: `${alipay.url}/gateway.do`,
  });
  const trade = { bizContent: { out_trade_no: 'nothing' } };
  expect(await sdk.exec('alipay.trade.query', trade, { validateSign: true })).toMatchObject({
    subCode: 'ACQ.TRADE_NOT_EXIST',
  });
  expect(alipay).toMatchObject({
    appId: expect.stringMatching(/^9900\d{12}$/),
    sellerId: expect.stringMatching(/^9900\d{12}$/),
    controlKey: expect.stringMatching(/^\w{32}$/),
  });
  process_.kill('SIGTERM');
  expect(await once(process_, 'exit')).toEqual([0, null]);
});

it.each([
  [{ STRIPE_SECRET_KEY: 'sk_live_0123456789' }, /^LiveKeysConfigured: /],
  [{ WECHATPAY_MCHID: '1900000001' }, /^LiveKeysConfigured: WeChat Pay's merchant 1900000001 /],
  [{ ALIPAY_APP_ID: '2021000000000000' }, /^LiveKeysConfigured: Alipay's app 2021000000000000 /],
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
  expect(second.wechatpay).toEqual({ ...first.wechatpay, url: second.wechatpay.url });
  expect(second.alipay).toEqual({ ...first.alipay, url: second.alipay.url });
  for (const id of acknowledged)
    expect(await second.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' });
  const [balance] = (await second.stripe.balance.retrieve()).available;
  // Of each 10.00 Stripe keeps 2.90 %.
  expect(balance!.amount).toBeGreaterThanOrEqual(acknowledged.length * (paid.amount - 29));
  second.process.kill('SIGTERM');
  await once(second.process, 'exit');
  await place.remove();
});
