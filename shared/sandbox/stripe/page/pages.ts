import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import { qrPng, qrSvg } from '../../kit/qr';
import { StripeFailure } from '../failures';
import { payUrl } from '../objects/nextAction';
import { pay, refusePayment, usualChoice, type Choice } from '../operations/people';
import type { IntentRecord } from '../state/records';
import type { SandboxLog } from '../../kit/log';
import type { World } from '../world';
import { renderNotFound, renderPage } from './render';
import { languageOf, pageHeaders, type Language } from '../../kit/page/shell';
import { textsIn } from './texts';

type Dependencies = { world: World; log: SandboxLog; commit: () => Promise<void> };
type PageRequest = Request<{ id: string }>;

/** The pages where a person pays or declines, under `/pay`. The client secret in the address is the permission. */
export function createPages({ world, log, commit }: Dependencies): Router {
  const router = express.Router();
  router.use('/pay', (_req, res, next) => {
    res.set(pageHeaders());
    next();
  });

  router.get('/pay/:id', (req, res) => {
    const intent = permitted(world, req);
    const language = languageOf(req);
    if (!intent) return void res.status(404).send(renderNotFound(language, textsIn(language)));
    res.vary('Accept-Language').send(renderPage(viewOf(world, intent, language)));
  });

  router.post(
    '/pay/:id',
    express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 }),
    async (req: PageRequest, res) => {
      const intent = permitted(world, req);
      const language = languageOf(req);
      if (!intent) return void res.status(404).send(renderNotFound(language, textsIn(language)));
      try {
        decide(world, intent, (req.body ?? {}) as Record<string, unknown>);
      } catch (error) {
        // The page shows what became of it; a declined card or a second click is no failure of the sandbox.
        if (!(error instanceof StripeFailure)) throw error;
        log.info({ intent: intent.id, reason: error.message }, 'a payment was not made');
      }
      await commit();
      res.redirect(303, samePage(intent, language));
    },
  );

  router.get('/pay/:id/qr.:format', (req, res) => {
    const intent = permitted(world, req);
    if (!intent) return void res.sendStatus(404);
    const url = payUrl(world, intent);
    if (req.params.format === 'png') return void res.type('image/png').send(qrPng(url));
    if (req.params.format === 'svg') return void res.type('image/svg+xml').send(qrSvg(url));
    res.sendStatus(404);
  });
  return router;
}

function permitted(
  world: World,
  req: { params: { id: string }; query: Record<string, unknown> },
): IntentRecord | null {
  const intent = world.store.intent.get(req.params.id);
  const { secret } = req.query;
  if (!intent || typeof secret !== 'string') return null;
  const given = Buffer.from(secret);
  const right = Buffer.from(intent.secret);
  return given.length === right.length && timingSafeEqual(given, right) ? intent : null;
}

/** Relative, so that it is right wherever the page is mounted. */
const samePage = ({ secret }: IntentRecord, language: Language) => `?secret=${secret}&lang=${language}`;

function viewOf(world: World, intent: IntentRecord, language: Language) {
  return {
    intent,
    language,
    texts: textsIn(language),
    switchUrl: samePage(intent, language === 'en' ? 'zh-CN' : 'en'),
    backUrl: backUrl(intent),
    method: world.store.method.get(intent.paymentMethod ?? '')?.type ?? null,
  };
}

/** The merchant's address with what Stripe adds to it after a redirect. */
function backUrl({ returnUrl, id, secret, state }: IntentRecord): string | null {
  if (returnUrl === null) return null;
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', id);
  url.searchParams.set('payment_intent_client_secret', secret);
  const done = state.status === 'succeeded' || state.status === 'requires_capture';
  url.searchParams.set(
    'redirect_status',
    done ? 'succeeded' : state.status === 'requires_action' ? 'pending' : 'failed',
  );
  return url.href;
}

function decide(world: World, intent: IntentRecord, { action, method, number }: Record<string, unknown>) {
  if (action === 'decline') return refusePayment(world, intent);
  return pay(world, intent, choiceOf(intent, method, number));
}

function choiceOf(intent: IntentRecord, method: unknown, number: unknown): Choice {
  if (method === 'alipay' || method === 'wechat_pay') return { method };
  if (method === 'card' && typeof number === 'string') return { method, number };
  return usualChoice(intent);
}
