import express, { type Router } from 'express';
import { z } from 'zod';
import type { Codes } from '../kit/codes';
import type { Messages } from './messages';
import type { Shipping } from './shipping';
import type { Tokens } from './tokens';

type Dependencies = {
  secret: string;
  logins: Codes;
  phones: Codes;
  /** Says who uses WeChat's browser from now on. */
  visit: (openid: string) => void;
  tokens: Tokens;
  messages: Messages;
  shipping: Shipping;
};

const login = z.strictObject({ openid: z.string().regex(/^[\w-]{1,64}$/) });
const phone = z.strictObject({ phoneNumber: z.string().regex(/^\+?\d{6,14}$|^\+\d{1,3}-\d{6,14}$/) });
const consent = z.strictObject({
  openid: z.string().min(1),
  templateId: z.string().min(1),
  times: z.int().min(1).max(100).default(1),
});

/** Controls for tests and demos, with the app's secret as bearer key. None of it is WeChat's. */
export function createControl({
  secret,
  logins,
  phones,
  visit,
  tokens,
  messages,
  shipping,
}: Dependencies): Router {
  const router = express.Router();
  router.use((req, res, next) => {
    if (req.get('authorization') === `Bearer ${secret}`) next();
    else res.status(401).json({ error: 'The controls need the app secret as bearer key.' });
  });

  /** Reads the body, or answers 400. */
  const post = <S extends z.ZodType>(path: string, schema: S, act: (input: z.output<S>) => object) =>
    router.post(path, (req, res) => {
      const read = schema.safeParse(req.body ?? {});
      if (read.success) res.json(act(read.data));
      else res.status(400).json({ error: z.prettifyError(read.error) });
    });

  post('/login_codes', login, ({ openid }) => ({ code: logins.mint(openid) }));
  post('/phone_codes', phone, ({ phoneNumber }) => ({ code: phones.mint(phoneNumber) }));
  post('/browser', login, ({ openid }) => {
    visit(openid);
    return { openid };
  });
  post('/consents', consent, ({ openid, templateId, times }) => {
    messages.consent(openid, templateId, times);
    return { openid, templateId };
  });
  post('/tokens/expire', z.strictObject({}), () => {
    tokens.expire();
    return {};
  });
  post('/shipping', z.strictObject({ knownAfterMs: z.int().min(0).max(600_000) }), ({ knownAfterMs }) => {
    shipping.hearAfter(knownAfterMs);
    return { knownAfterMs };
  });
  router.post('/orders/:id/confirm', (req, res) => {
    shipping.confirm(req.params.id);
    res.json({ frozen: shipping.isFrozen(req.params.id) });
  });
  router.get('/orders/:id', (req, res) => {
    res.json({ frozen: shipping.isFrozen(req.params.id) });
  });
  router.get('/messages', (_req, res) => {
    res.json({ messages: messages.sent() });
  });
  return router;
}
