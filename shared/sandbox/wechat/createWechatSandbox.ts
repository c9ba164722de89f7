import { createHash, randomBytes } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { createCodes } from '../kit/codes';
import type { SandboxLog } from '../kit/log';
import { qrPng } from '../kit/qr';
import { createControl } from './control';
import { WechatFailure } from './errors';
import { createMessages } from './messages';
import { createOfficialAccount, type OfficialApp } from './officialAccount';
import { createShipping, type FindPayment } from './shipping';
import { createTokens } from './tokens';

export type WechatSandboxOptions = {
  appid: string;
  secret: string;
  now: () => Date;
  log: SandboxLog;
  /** So many sign-ins of one person per minute are let through; 100 unless told. */
  loginsPerMinute?: number | undefined;
  /** An official account of the same merchant, which tells who uses WeChat's browser; without it nobody does. */
  official?: OfficialApp | undefined;
  /** What WeChat Pay's stand-in knows of a payment; without it there are no payments whose shipping could be told. */
  findPayment?: FindPayment | undefined;
};

export type WechatSandbox = {
  /** WeChat's server API, and the controls under `/_sandbox`. */
  app: Express;
  close: () => Promise<void>;
};

const codeRequest = z.looseObject({ code: z.string().min(1) });
const tokenRequest = z.looseObject({
  grant_type: z.string().optional(),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().default(false),
});
const pictureRequest = z.looseObject({
  scene: z.string(),
  page: z.string().optional(),
  check_path: z.boolean().default(true),
  env_version: z.enum(['release', 'trial', 'develop']).default('release'),
  width: z.int().min(280).max(1280).default(430),
});

/**
 * A stand-in for the WeChat platform: sign-in, phone numbers, who uses its browser, subscription messages, mini-program codes and
 * shipping.
 */
export function createWechatSandbox(options: WechatSandboxOptions): WechatSandbox {
  const { appid, secret, now, log, loginsPerMinute = 100 } = options;
  const random = () => randomBytes(24).toString('base64url');
  const tokens = createTokens(now, random);
  const refusal = () => new WechatFailure(40029);
  const logins = createCodes({ prefix: 'sandbox', now, random, refusal });
  const phones = createCodes({ prefix: 'sandbox-phone', now, random, refusal });
  const visits = createCodes({ prefix: 'sandbox-visit', now, random, refusal });
  let visitor = 'o-wechat-browser';
  const messages = createMessages();
  const shipping = createShipping(options.findPayment ?? (() => null), now);
  const perMinute = new LRUCache<string, number>({ max: 10_000 });

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.json({ limit: '64kb', type: () => true }));

  const checkApp = (given: { appid?: unknown; secret?: unknown }) => {
    if (given.appid !== appid) throw new WechatFailure(40013);
    if (given.secret !== secret) throw new WechatFailure(40125);
  };
  const countLogin = (openid: string) => {
    const key = `${openid} ${Math.floor(now().getTime() / 60_000)}`;
    const count = (perMinute.get(key) ?? 0) + 1;
    perMinute.set(key, count);
    if (count > loginsPerMinute) throw new WechatFailure(45011);
  };

  app.post('/cgi-bin/stable_token', (req, res) => {
    const request = read(tokenRequest, req.body);
    if (request.grant_type !== 'client_credential') throw new WechatFailure(40002);
    checkApp(request);
    res.json(tokens.issue(request.force_refresh));
  });

  app.get('/sns/jscode2session', (req, res) => {
    const { grant_type: grant, js_code: code } = req.query;
    if (grant !== 'authorization_code') throw new WechatFailure(40002);
    checkApp(req.query);
    const openid = logins.redeem(typeof code === 'string' ? code : '');
    countLogin(openid);
    res.json({ openid, session_key: randomBytes(16).toString('base64'), unionid: unionOf(openid) });
  });

  if (options.official)
    app.use(createOfficialAccount({ ...options.official, codes: visits, person: () => visitor, random }));

  app.use(['/wxa', '/cgi-bin/message'], (req, _res, next) => {
    tokens.check(req.query['access_token']);
    next();
  });

  app.post('/wxa/business/getuserphonenumber', (req, res) => {
    const phone = phones.redeem(read(codeRequest, req.body).code);
    const [, countryCode = '86', pure = phone] = /^\+(\d{1,3})-?(\d{6,14})$/.exec(phone) ?? [];
    const phoneNumber = countryCode === '86' ? pure : `+${countryCode}${pure}`;
    const watermark = { timestamp: Math.floor(now().getTime() / 1000), appid };
    res.json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber, purePhoneNumber: pure, countryCode, watermark },
    });
  });

  app.post('/cgi-bin/message/subscribe/send', (req, res) => {
    const id = messages.send(req.body);
    // Written by hand: the id does not fit into a JSON number of JavaScript.
    res.type('application/json').send(`{"errcode":0,"errmsg":"ok","msgid":${id.toString()}}`);
  });

  app.post('/wxa/getwxacodeunlimit', (req, res) => {
    const { scene, page = '', width, env_version: version } = read(pictureRequest, req.body);
    if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene)) throw new WechatFailure(40129);
    if (page.startsWith('/') || page.includes('?')) throw new WechatFailure(41030);
    res
      .type('image/png')
      .send(
        qrPng(
          `https://mp.weixin.qq.com/a/${appid}?${new URLSearchParams({ scene, page, version }).toString()}`,
          width,
        ),
      );
  });

  app.post('/wxa/sec/order/upload_shipping_info', (req, res) => {
    shipping.upload(req.body);
    res.json({ errcode: 0, errmsg: 'ok' });
  });

  app.post('/wxa/sec/order/get_order', (req, res) => {
    res.json({ errcode: 0, errmsg: 'ok', order: shipping.order(req.body) });
  });

  const visit = (openid: string) => (visitor = openid);
  app.use('/_sandbox', createControl({ secret, logins, phones, visit, tokens, messages, shipping }));
  app.use((_req, res) => {
    res.status(404).json({ errcode: -1, errmsg: 'no such api in the sandbox' });
  });
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    const failure = failureOf(error);
    if (failure) return void res.json({ errcode: failure.errcode, errmsg: failure.message });
    log.error({ err: error }, 'the WeChat sandbox failed');
    res.status(500).json({ errcode: -1, errmsg: 'system error' });
  });

  return { app, close: () => Promise.resolve() };
}

function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new WechatFailure(47001, String(parsed.error.issues[0]?.path[0] ?? ''));
}

/** A body that is no JSON, or too large, is the caller's mistake. */
function failureOf(error: unknown): WechatFailure | null {
  if (error instanceof WechatFailure) return error;
  const theirs =
    error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
  return theirs ? new WechatFailure(47001) : null;
}

/** The same person has the same union id. */
const unionOf = (openid: string) =>
  `u${createHash('sha256').update(openid).digest('base64url').slice(0, 27)}`;
