import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { StripeFailure, internalError, invalid, missing } from '../failures';
import { presentIntent } from '../objects/paymentIntent';
import { presentRefund } from '../objects/refund';
import { pay, refusePayment, type Choice } from '../operations/people';
import { expireAuthorisation } from '../operations/endIntents';
import { findIntent } from '../operations/intents';
import { completeRefund, failRefund, findCharge, findRefund } from '../operations/refunds';
import { addStatementFault } from '../operations/statement';
import { StatementFault } from '../../kit/statementFaults';
import { totalsOf } from '../totals';
import type { Deliveries } from '../webhooks/deliveries';
import type { SandboxLog } from '../../kit/log';
import type { World } from '../world';
import { createAuthorise } from './authorise';
import { faultKinds, type StripeFaults } from './faults';

type Dependencies = {
  world: World;
  secretKey: string;
  faults: StripeFaults;
  deliveries: Deliveries;
  log: SandboxLog;
  /** Makes what was done last, and sends its events. */
  commit: () => Promise<void>;
};

const choice = z.strictObject({
  method: z.enum(['card', 'alipay', 'wechat_pay']).optional(),
  number: z.string().default('4242424242424242'),
});
const settlement = z.strictObject({
  outcome: z.enum(['succeeded', 'failed']),
  reason: z.string().max(100).default('expired_or_canceled_card'),
});
const mode = z.strictObject({
  duplicate: z.boolean().optional(),
  shuffle: z.boolean().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  hold: z.boolean().optional(),
});
const fault = z.strictObject({
  kind: z.enum(faultKinds),
  count: z.int().min(1).max(10_000).default(1),
  method: z.enum(['GET', 'POST']).optional(),
  path: z.string().startsWith('/v1').optional(),
});
const refundBehaviour = z.strictObject({
  mode: z.enum(['automatic', 'held']).optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  failNext: z.int().min(0).max(10_000).optional(),
});
const fees = z.strictObject({ rate: z.int().min(0).max(10_000) });
const address = z.strictObject({ url: z.url().nullable() });

/** Controls for tests and demos under `/_sandbox`: JSON in and out, with the sandbox's secret key. None of it is Stripe's. */
export function createControl({ world, secretKey, faults, deliveries, log, commit }: Dependencies): Router {
  const authorise = createAuthorise(secretKey);
  const router = express.Router();
  router.use(express.json({ limit: '64kb' }));
  router.use((req, _res, next) => {
    authorise(req.get('authorization'));
    next();
  });

  /** Does something and answers with what came of it, once that is safe. */
  const act =
    (work: (req: Request<{ id: string }>) => object) =>
    async (req: Request<{ id: string }>, res: Response) => {
      try {
        const result = work(req);
        await commit();
        res.json(result);
      } catch (error) {
        await commit();
        throw error;
      }
    };
  const withDefined = <T extends object>(target: T, changes: { [K in keyof T]?: T[K] | undefined }) =>
    Object.assign(
      target,
      Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    );

  router.post(
    '/payment_intents/:id/pay',
    act((req) => {
      const { method, number } = read(choice, req.body);
      const chosen: Choice | undefined = method === 'card' ? { method, number } : method && { method };
      return presentIntent(world, pay(world, findIntent(world, req.params.id), chosen));
    }),
  );
  router.post(
    '/payment_intents/:id/decline',
    act((req) => presentIntent(world, refusePayment(world, findIntent(world, req.params.id)))),
  );
  router.post(
    '/payment_intents/:id/expire',
    act((req) => {
      const intent = findIntent(world, req.params.id);
      if (intent.state.status !== 'requires_capture')
        throw invalid(`${intent.id} holds no money that could expire.`);
      return presentIntent(world, expireAuthorisation(world, intent, findCharge(world, intent.state.charge)));
    }),
  );
  router.post(
    '/refunds/:id/settle',
    act((req) => {
      const refund = findRefund(world, req.params.id);
      const { outcome, reason } = read(settlement, req.body);
      return presentRefund(
        outcome === 'failed' ? failRefund(world, refund, reason) : completeRefund(world, refund),
      );
    }),
  );
  router.put(
    '/refunds',
    act((req) => withDefined(world.refunds, read(refundBehaviour, req.body))),
  );

  router.get('/delivery', (_req, res) => {
    res.json({ url: deliveries.url(), mode: deliveries.mode(), ...deliveries.report() });
  });
  router.put(
    '/delivery',
    act((req) => {
      deliveries.setMode(withDefined({}, read(mode, req.body)));
      return deliveries.mode();
    }),
  );
  router.put(
    '/delivery/url',
    act((req) => {
      const { url } = read(address, req.body);
      deliveries.deliverTo(url);
      return { url };
    }),
  );
  router.post(
    '/events/:id/resend',
    act((req) => {
      const event = world.store.event.get(req.params.id);
      if (!event) throw missing('event', req.params.id);
      deliveries.resend(event);
      return { id: event.id, type: event.type };
    }),
  );

  router.get('/faults', (_req, res) => {
    res.json({ faults: faults.list() });
  });
  router.post(
    '/faults',
    act((req) => {
      faults.add(read(fault, req.body));
      return { faults: faults.list() };
    }),
  );
  router.delete(
    '/faults',
    act(() => {
      faults.clear();
      return { faults: [] };
    }),
  );

  router.put(
    '/fees',
    act((req) => {
      world.feeRate = read(fees, req.body).rate;
      return { rate: world.feeRate };
    }),
  );
  const statement = () => ({ faults: world.statementFaults.list() });
  router.get('/statement_faults', (_req, res) => {
    res.json(statement());
  });
  router.post(
    '/statement_faults',
    act((req) => {
      addStatementFault(world, read(StatementFault, req.body));
      return statement();
    }),
  );
  router.delete(
    '/statement_faults',
    act(() => {
      world.statementFaults.clear();
      return statement();
    }),
  );

  router.get('/totals', (_req, res) => {
    const { intent, charge, refund, transfer, event } = world.store;
    const counts = {
      payment_intents: intent,
      charges: charge,
      refunds: refund,
      transfers: transfer,
      events: event,
    };
    res.json({
      totals: totalsOf(world),
      counts: Object.fromEntries(Object.entries(counts).map(([name, table]) => [name, table.size()])),
    });
  });

  router.use((req, res) => {
    res
      .status(404)
      .json({ error: { type: 'invalid_request_error', message: `The sandbox has no control ${req.path}.` } });
  });
  router.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    const failure = error instanceof StripeFailure ? error : clientError(error);
    if (failure.status === 500) log.error({ err: error }, 'the Stripe sandbox failed');
    res.status(failure.status).json({ error: failure.body });
  });
  return router;
}

function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}

/** A body that is not JSON, or too large, is the caller's mistake. */
const clientError = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
    ? invalid(error.message)
    : internalError();
