import { randomBytes } from 'node:crypto';
import { type Server } from 'node:http';
import { join } from 'node:path';
import { type RequestHandler } from 'express';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { closeGracefully, listen, portOf } from '#shared/kit/process/listen';
import { type StripeOptions } from '../orders/clients/stripe/stripePayments';
import { eventTypes } from '../orders/clients/stripe/events';
import { createStripeSandbox, createWechatSandbox, makeStripeKeys } from '../../shared/sandbox';

export type SandboxSecrets = ReturnType<typeof makeSandboxSecrets>;

export const makeSandboxSecrets = () => ({
  stripe: makeStripeKeys(),
  wechat: { appid: `wx${randomBytes(8).toString('hex')}`, secret: randomBytes(16).toString('hex') },
});

/** How orders reaches Stripe, or the stand-in. */
export type StripeAccess = Omit<StripeOptions, 'now' | 'publicUrl' | 'timeoutMs'>;

export type Sandboxes = {
  readonly stripe: StripeAccess;
  readonly wechat: { readonly apiUrl: string; readonly appId: string; readonly appSecret: string };
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
  readonly realStripe: StripeAccess | undefined;
  readonly realWechat: Sandboxes['wechat'] | undefined;
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
 * Stand-ins for Stripe and WeChat. Their APIs listen on this machine only, since the SDKs want an address of their own; the page
 * where people pay is public, and what else it answers needs its key. Where the real one is set up there is no stand-in for it.
 */
export async function startSandboxes(options: Options): Promise<Sandboxes> {
  const [wechat, stripe] = await Promise.all([wechatOf(options), stripeOf(options)]);
  return {
    stripe: stripe.access,
    wechat: wechat.access,
    mounts: { ...wechat.mounts, ...stripe.mounts },
    async close() {
      await wechat.close();
      await stripe.close();
    },
  };
}

const real = <Access>(access: Access): StandIn<Access> => ({
  access,
  mounts: {},
  close: () => Promise.resolve(),
});

async function wechatOf({ secrets, realWechat, now, log }: Options): Promise<StandIn<Sandboxes['wechat']>> {
  if (realWechat) return real(realWechat);
  const wechat = createWechatSandbox({ ...secrets.wechat, now, log });
  const server = await listen(wechat.app, 0, loopback);
  return {
    access: { apiUrl: urlOf(server), appId: secrets.wechat.appid, appSecret: secrets.wechat.secret },
    mounts: { '/sandbox/wechat': wechat.app },
    async close() {
      await closeGracefully(server, { timeoutMs: 1_000 });
    },
  };
}

async function stripeOf(options: Options): Promise<StandIn<StripeAccess>> {
  const { dataDir, secrets, publicUrl, ownUrl, realStripe, now, log } = options;
  if (realStripe) return real(realStripe);
  const { secretKey, webhookSecret } = secrets.stripe;
  const stripe = await createStripeSandbox({
    secretKey,
    webhookSecret,
    webhookUrl: `${ownUrl}/api/webhooks/stripe`,
    webhookEvents: eventTypes,
    publicUrl: `${publicUrl}/sandbox/stripe`,
    folder: join(dataDir, 'stripe'),
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
    async close() {
      await closeGracefully(server, { timeoutMs: 1_000 });
      await stripe.close();
    },
  };
}
