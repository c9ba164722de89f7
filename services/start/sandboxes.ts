import { randomBytes } from 'node:crypto';
import { type Server } from 'node:http';
import { join } from 'node:path';
import { type RequestHandler } from 'express';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { type PaymentsOptions } from '../orders/clients/createPaymentProviders';
import { eventTypes } from '../orders/clients/stripe/events';
import { settingsOfStandIn as alipayOfStandIn } from '../orders/clients/alipay/standIn';
import { standInPage } from '../orders/clients/wechatpay/config';
import { settingsOfStandIn as wechatPayOfStandIn } from '../orders/clients/wechatpay/standIn';
import { type PaymentSettings } from '../orders/config';
import { type OfficialAccountOptions } from '../identity/clients/officialAccount';
import {
  alipayClientKeys,
  createAlipaySandbox,
  createStripeSandbox,
  createWechatPaySandbox,
  createWechatSandbox,
  keptAccount,
  makeAlipayAccount,
  makeStripeKeys,
  makeWechatPayAccount,
  wechatPayClientKeys,
} from '../../shared/sandbox';

export type SandboxSecrets = ReturnType<typeof makeSandboxSecrets>;

export const makeSandboxSecrets = () => ({
  stripe: makeStripeKeys(),
  wechat: { appid: `wx${randomBytes(8).toString('hex')}`, secret: randomBytes(16).toString('hex') },
  officialSecret: randomBytes(16).toString('hex'),
});

type WechatAccess = { readonly apiUrl: string; readonly appId: string; readonly appSecret: string };

export type Sandboxes = {
  readonly payments: Omit<PaymentsOptions, 'publicUrl'>;
  readonly wechat: WechatAccess;
  /** Only where WeChat itself is stood in for. */
  readonly officialAccount: OfficialAccountOptions | undefined;
  /** Stripe's stand-in books an adjustment of its own, now. Nothing where there is no stand-in. */
  bookUnknown(): Promise<void>;
  /** What the public may see of them, by address. */
  readonly mounts: Readonly<Record<string, RequestHandler>>;
  close(): Promise<void>;
};

type Options = {
  readonly dataDir: string;
  readonly secrets: SandboxSecrets;
  /** The public address, where people pay. */
  readonly publicUrl: string;
  /** Where this process itself reaches the gateway. */
  readonly ownUrl: string;
  readonly realPayments: PaymentSettings | undefined;
  readonly realWechat: WechatAccess | undefined;
  readonly now: Clock;
  readonly log: Log;
};

const loopback = '127.0.0.1';
const urlOf = (server: Server) => `http://${loopback}:${portOf(server)}`;

type StandIn<Access> = {
  readonly access: Access;
  readonly mounts: Sandboxes['mounts'];
  close(): Promise<void>;
};

/**
 * Stand-ins for WeChat and for those who take payments. Their APIs listen on this machine only, since the SDKs want an address of
 * their own; the pages where people pay are public, and what else they answer needs their keys. Where real ones are set up there
 * is no stand-in beside them.
 */
export async function startSandboxes(options: Options): Promise<Sandboxes> {
  const wechatpay = options.realPayments ? undefined : await wechatPayOf(options);
  const wechat = await wechatOf(options, wechatpay?.access);
  const [stripe, alipay] = options.realPayments
    ? []
    : await Promise.all([stripeOf(options), alipayOf(options)]);
  return {
    payments: options.realPayments ?? {
      apiUrl: `${options.ownUrl}/api`,
      stripe: stripe?.access,
      wechatpay: wechatpay && {
        ...wechatpay.access.settings,
        // The real WeChat knows nothing of payments at a stand-in.
        ...(options.realWechat ? {} : { platform: wechat.access }),
      },
      alipay: alipay?.access,
      // In browsers it is Stripe, whose books the demo compares with ours.
      order: ['stripe', 'wechatpay', 'alipay'],
    },
    wechat: wechat.access,
    officialAccount: wechat.officialAccount,
    mounts: { ...wechat.mounts, ...stripe?.mounts, ...wechatpay?.mounts, ...alipay?.mounts },
    bookUnknown: () => stripe?.bookUnknown() ?? Promise.resolve(),
    async close() {
      for (const one of [wechat, stripe, wechatpay, alipay]) await one?.close();
    },
  };
}

type PaidIn = Pick<Parameters<typeof createWechatSandbox>[0], 'findPayment'> & {
  readonly settings: { readonly officialAppId: string };
};

async function wechatOf(
  { secrets, publicUrl, realWechat, now, log }: Options,
  paidIn: PaidIn | undefined,
): Promise<StandIn<WechatAccess> & Pick<Sandboxes, 'officialAccount'>> {
  if (realWechat)
    return {
      access: realWechat,
      officialAccount: undefined,
      mounts: {},
      close: () => Promise.resolve(),
    };
  const official = paidIn && { appid: paidIn.settings.officialAppId, secret: secrets.officialSecret };
  const wechat = createWechatSandbox({
    ...secrets.wechat,
    official,
    findPayment: paidIn?.findPayment,
    now,
    log,
  });
  const server = await listen(wechat.app, 0, loopback);
  return {
    officialAccount: official && {
      appId: official.appid,
      appSecret: official.secret,
      apiUrl: urlOf(server),
      openUrl: `${publicUrl}/sandbox/wechat`,
      publicUrl,
    },
    access: { apiUrl: urlOf(server), appId: secrets.wechat.appid, appSecret: secrets.wechat.secret },
    mounts: { '/sandbox/wechat': wechat.app },
    async close() {
      await closeGracefully(server, { timeoutMs: 1_000 });
    },
  };
}

type StripeStandIn = StandIn<NonNullable<PaymentSettings['stripe']>> & Pick<Sandboxes, 'bookUnknown'>;

async function stripeOf(options: Options): Promise<StripeStandIn> {
  const { dataDir, secrets, publicUrl, ownUrl, now, log } = options;
  const { secretKey, webhookSecret } = secrets.stripe;
  const stripe = await createStripeSandbox({
    secretKey,
    webhookSecret,
    webhookUrl: `${ownUrl}/api/webhooks/stripe`,
    webhookEvents: eventTypes,
    publicUrl: `${publicUrl}/sandbox/stripe`,
    folder: join(dataDir, 'stripe'),
    feeRate: 290,
    now,
    log,
  });
  const server = await listen(stripe.app, 0, loopback);
  return {
    access: {
      secretKey,
      webhookSecret,
      api: { host: loopback, port: portOf(server), protocol: 'http' },
      payPage: ({ id, clientSecret }) => `${publicUrl}/sandbox/stripe/pay/${id}?secret=${clientSecret}`,
    },
    mounts: { '/sandbox/stripe': stripe.app },
    async bookUnknown() {
      const told = await fetch(`${urlOf(server)}/_sandbox/statement_faults`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ kind: 'add', id: 'goodwill', fen: 520, at: now().toISOString() }),
      });
      if (!told.ok) throw new Error(`The stand-in for Stripe answered ${told.status}`);
    },
    close: () => closeBoth(server, stripe),
  };
}

async function wechatPayOf({ dataDir, secrets, publicUrl, realWechat, now, log }: Options) {
  const folder = join(dataDir, 'wechatpay');
  const pagesUrl = `${publicUrl}/sandbox/wechatpay`;
  const miniProgram = realWechat?.appId ?? secrets.wechat.appid;
  const account = await keptAccount(folder, () => makeWechatPayAccount(now().getTime(), { miniProgram }));
  const wechatpay = await createWechatPaySandbox({
    ...{ account, publicUrl: pagesUrl, folder, now, log },
    apiUrl: () => urlOf(server),
  });
  const server = await listen(wechatpay.app, 0, loopback);
  return {
    access: {
      findPayment: wechatpay.findPayment,
      settings: {
        ...wechatPayOfStandIn(wechatPayClientKeys(account), urlOf(server)),
        payPage: standInPage(pagesUrl),
      },
    },
    mounts: { '/sandbox/wechatpay': wechatpay.app },
    close: () => closeBoth(server, wechatpay),
  };
}

async function alipayOf({
  dataDir,
  publicUrl,
  now,
  log,
}: Options): Promise<StandIn<NonNullable<PaymentSettings['alipay']>>> {
  const folder = join(dataDir, 'alipay');
  const pagesUrl = `${publicUrl}/sandbox/alipay`;
  const account = await keptAccount(folder, () => makeAlipayAccount());
  const alipay = await createAlipaySandbox({
    ...{ account, publicUrl: pagesUrl, folder, now, log },
    apiUrl: () => urlOf(server),
  });
  const server = await listen(alipay.app, 0, loopback);
  return {
    access: {
      ...alipayOfStandIn(alipayClientKeys(account), urlOf(server)),
      pagesUrl: `${pagesUrl}/gateway.do`,
    },
    mounts: { '/sandbox/alipay': alipay.app },
    close: () => closeBoth(server, alipay),
  };
}

async function closeBoth(server: Server, standIn: { close(): Promise<void> }): Promise<void> {
  await closeGracefully(server, { timeoutMs: 1_000 });
  await standIn.close();
}
