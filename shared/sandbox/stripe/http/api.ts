import express, { type Request, type Response, type Router } from 'express';
import Stripe from 'stripe';
import { StripeFailure, internalError, invalid, isValidation, rateLimited } from '../failures';
import { newId } from '../ids';
import { isCutOff } from '../../kit/http/faults';
import type { SandboxLog } from '../../kit/log';
import { seconds, type World } from '../world';
import { accountRoutes } from './accountRoutes';
import { createAuthorise } from './authorise';
import type { StripeFaults } from './faults';
import { parseForm } from './form';
import { createIdempotency, fingerprintOf } from './idempotency';
import { paymentRoutes } from './paymentRoutes';
import type { Route } from './route';

type Answer = { status: number; body: string; replayOf?: string };
type Dependencies = {
  world: World;
  secretKey: string;
  faults: StripeFaults;
  log: SandboxLog;
  commit: () => Promise<void>;
};

const VERSION = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/;

/** Stripe's own API under `/v1`: keys, idempotency, errors and headers as Stripe has them. */
export function createApi({ world, secretKey, faults, log, commit }: Dependencies): Router {
  const authorise = createAuthorise(secretKey);
  const idempotency = createIdempotency(world.store);
  const router = express.Router();
  router.use('/v1', express.text({ type: () => true, limit: '1mb' }));

  for (const route of [...paymentRoutes, ...accountRoutes])
    router[route.method](route.path, (req: Request<Record<string, string>>, res) => serve(route, req, res));
  router.use('/v1', (req, res) => serve(null, req, res));
  router.use('/v1', (error: unknown, _req: Request, res: Response, _next: express.NextFunction) => {
    reply(res, failureAnswer(isTooLarge(error) ? invalid('Request body too large.') : internalError()));
  });

  async function serve(route: Route | null, req: Request<Record<string, string>>, res: Response) {
    const requestId = newId('req');
    res.set('Request-Id', requestId);
    try {
      authorise(req.get('authorization'));
      chooseVersion(req, res);
      const path = route ? req.path : `/v1${req.path}`;
      const fault = faults.take(req.method, path);
      if (fault === 'error_before') throw internalError();
      if (fault === 'rate_limited') throw rateLimited();
      if (isCutOff(fault, 'before', req)) return;
      if (!route) throw unknownUrl(req.method, path);
      const answer = await answerTo(route, req, requestId);
      if (isCutOff(fault, 'after', req)) return;
      reply(res, answer);
    } catch (error) {
      if (!(error instanceof StripeFailure))
        log.error({ err: error, requestId }, 'the Stripe sandbox failed');
      reply(res, failureAnswer(error));
    }
  }

  async function answerTo(
    route: Route,
    req: Request<Record<string, string>>,
    requestId: string,
  ): Promise<Answer> {
    const form = typeof req.body === 'string' ? req.body : '';
    const ids = { id: req.params['id'] ?? '', sub: req.params['sub'] ?? '' };
    const raw: unknown = parseForm(route.method === 'get' ? queryOf(req) : form);
    const key = route.method === 'post' ? req.get('idempotency-key') : undefined;
    if (key === undefined || key === '')
      return perform(route.prepare(world, ids, raw), { id: requestId, key: null });
    const fingerprint = fingerprintOf(req.method, req.path, form);
    const known = idempotency.claim(key, fingerprint, seconds(world));
    if (known) return { status: known.status, body: known.body, replayOf: known.requestId };
    try {
      const run = route.prepare(world, ids, raw);
      return await perform(run, { id: requestId, key }, (answer) => {
        idempotency.store({ id: key, fingerprint, at: seconds(world), requestId, ...answer });
      });
    } finally {
      idempotency.release(key);
    }
  }

  /** Does the work in one go and answers when it is safe. Once work has begun, even an error is the result of this key. */
  async function perform(
    run: () => object,
    request: { id: string; key: string | null },
    keep?: (answer: Answer) => void,
  ) {
    let answer: Answer;
    let hasBegun = true;
    world.request = request;
    try {
      answer = { status: 200, body: JSON.stringify(world.store.allOrNothing(run, isValidation)) };
    } catch (error) {
      if (!(error instanceof StripeFailure))
        log.error({ err: error, requestId: request.id }, 'the Stripe sandbox failed');
      answer = failureAnswer(error);
      hasBegun = !isValidation(error);
    }
    world.request = null;
    if (hasBegun) keep?.(answer);
    await commit();
    return answer;
  }

  return router;
}

function chooseVersion(req: Request, res: Response) {
  const version = req.get('stripe-version') ?? Stripe.API_VERSION;
  if (!VERSION.test(version)) throw invalid(`Invalid Stripe API version: ${version}`);
  res.set('Stripe-Version', version);
  const key = req.method === 'POST' ? req.get('idempotency-key') : undefined;
  if (key !== undefined && key.length <= 255) res.set('Idempotency-Key', key);
}

const unknownUrl = (method: string, path: string) =>
  new StripeFailure(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). The sandbox knows only the calls its README lists.`,
  });

const failureAnswer = (error: unknown): Answer => {
  const failure = error instanceof StripeFailure ? error : internalError();
  return { status: failure.status, body: JSON.stringify({ error: failure.body }) };
};

const queryOf = ({ originalUrl }: Request) => originalUrl.split('?')[1] ?? '';

const isTooLarge = (error: unknown) => error instanceof Error && 'status' in error && error.status === 413;

function reply(res: Response, { status, body, replayOf }: Answer) {
  if (replayOf !== undefined) res.set({ 'Idempotent-Replayed': 'true', 'Original-Request': replayOf });
  res.status(status).type('application/json').send(body);
}
