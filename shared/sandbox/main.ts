import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Express } from 'express';
import pino from 'pino';
import { ConfigError } from '../kit/config/environment';
import { createLog } from '../kit/log/log';
import { CannotListen, closeGracefully, listen, portOf } from '../kit/process/listen';
import { stopSignal } from '../kit/process/stopSignal';
import { clockAt } from '../kit/testClock';
import { alipayClientKeys, makeAlipayAccount, refuseRealApp } from './alipay/account';
import { createAlipaySandbox } from './alipay/createAlipaySandbox';
import { readConfig } from './config';
import { keptAccount } from './kit/keptAccount';
import { LiveKeysConfigured } from './kit/liveKeys';
import { createStripeSandbox } from './stripe/createStripeSandbox';
import { createWechatSandbox } from './wechat/createWechatSandbox';
import { makeWechatPayAccount, refuseRealMerchant, wechatPayClientKeys } from './wechatpay/account';
import { createWechatPaySandbox } from './wechatpay/createWechatPaySandbox';

const DRAIN_MS = 3000;

type StandIn = { app: Express; close: () => Promise<void> };

/** Takes a port first: the pages of a stand-in must know their address. */
async function open<Made extends StandIn>(port: number, host: string, make: (url: string) => Promise<Made>) {
  const server = await listen(createServer(), port, host);
  const url = `http://${host}:${portOf(server)}`;
  const made = await make(url);
  server.on('request', made.app);
  return {
    made,
    url,
    port: portOf(server),
    close: async () => {
      await closeGracefully(server, { timeoutMs: DRAIN_MS });
      await made.close();
    },
  };
}

/** The stand-ins alone. The first line on stdout is JSON with their addresses and keys; the log goes to stderr. */
async function main() {
  const config = readConfig();
  const { port, host, publicUrl, folder, webhookUrl, stripe: keys, wechat: app } = config;
  if (config.wechatpay.mchid !== undefined) refuseRealMerchant(config.wechatpay.mchid);
  if (config.alipay.appId !== undefined) refuseRealApp(config.alipay.appId);
  const log = createLog({
    service: 'sandbox',
    level: 'info',
    destination: pino.destination({ fd: 2, sync: true }),
  });
  const stopped = stopSignal();
  const now = clockAt(config.testClock);
  const portAt = (place: number) => (port === 0 ? 0 : port + place);
  const folderOf = (name: string) => folder && join(folder, name);

  const stripe = await open(port, host, (url) =>
    createStripeSandbox({ ...keys, webhookUrl, folder, publicUrl: publicUrl ?? url, feeRate: 290, now, log }),
  );
  const account = await keptAccount(folderOf('wechatpay'), () =>
    makeWechatPayAccount(now().getTime(), {
      miniProgram: app.appid,
      officialAccount: app.official.appid,
      mchid: config.wechatpay.mchid,
    }),
  );
  const wechatpay = await open(portAt(2), host, (url) =>
    createWechatPaySandbox({ account, publicUrl: url, folder: folderOf('wechatpay'), now, log }),
  );
  const { findPayment } = wechatpay.made;
  const wechat = await open(portAt(1), host, () =>
    Promise.resolve(createWechatSandbox({ ...app, findPayment, now, log })),
  );
  const seller = await keptAccount(folderOf('alipay'), () => makeAlipayAccount(config.alipay));
  const alipay = await open(portAt(3), host, (url) =>
    createAlipaySandbox({ account: seller, publicUrl: url, folder: folderOf('alipay'), now, log }),
  );

  const addresses = {
    stripe: { url: stripe.url, host, port: stripe.port, ...keys },
    wechat: { url: wechat.url, ...app },
    wechatpay: { url: wechatpay.url, ...wechatPayClientKeys(account) },
    alipay: { url: alipay.url, ...alipayClientKeys(seller) },
  };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);

  await stopped;
  await Promise.all([stripe, wechat, wechatpay, alipay].map((one) => one.close()));
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigError || error instanceof CannotListen || error instanceof LiveKeysConfigured;
  process.stderr.write(
    `${expected ? `${error.name}: ${error.message}` : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
