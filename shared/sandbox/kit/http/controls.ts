import { timingSafeEqual } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Deliveries, Message } from '../delivery/deliveries';
import type { SandboxLog } from '../log';
import type { Faults } from './faults';

/** What a control was asked for and cannot do. */
export class ControlRefused extends Error {
  override name = 'ControlRefused';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Work = (req: Request<{ id: string }>) => object | Promise<object>;
type Options<M extends Message, Kind extends string> = {
  /** The bearer key. */
  key: string;
  faults: Faults<Kind>;
  faultKinds: readonly Kind[];
  deliveries: Deliveries<M> & { loseNext: (count: number) => void };
  notices: { get: (id: string) => M | undefined; all: () => M[] };
  log: SandboxLog;
  /** Makes what was done last, and sends what is to be told. */
  commit: () => Promise<void>;
  /** An error of the provider's own kind in words that stand behind it. */
  explain: (error: unknown) => { status: number; message: string } | null;
};

const mode = z.strictObject({
  duplicate: z.boolean().optional(),
  shuffle: z.boolean().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  hold: z.boolean().optional(),
  loseNext: z.int().min(0).max(10_000).optional(),
});

/**
 * The controls that every wallet's stand-in has: how notices are sent and what goes wrong. More are added by `on`; `end` closes
 * the router. JSON in and out; none of it is the provider's.
 */
export function createControls<M extends Message, Kind extends string>(options: Options<M, Kind>) {
  const { key, faults, deliveries, notices, log, commit } = options;
  const fault = z.strictObject({
    kind: z.enum(options.faultKinds as [Kind, ...Kind[]]),
    count: z.int().min(1).max(10_000).default(1),
    method: z.enum(['GET', 'POST']).optional(),
    path: z.string().min(1).optional(),
  });
  const router = express.Router();
  router.use(express.json({ limit: '64kb' }));
  router.use((req, _res, next) => {
    const given = Buffer.from(req.get('authorization') ?? '');
    const right = Buffer.from(`Bearer ${key}`);
    if (given.length === right.length && timingSafeEqual(given, right)) next();
    else throw new ControlRefused(401, 'The controls need the key of the sandbox as bearer.');
  });

  /** Does something and answers with what came of it, once that is safe. */
  const on = (method: 'get' | 'post' | 'put' | 'delete', path: string, work: Work) =>
    router[method](path, async (req: Request<{ id: string }>, res: Response) => {
      try {
        const result = await work(req);
        await commit();
        res.json(result);
      } catch (error) {
        await commit();
        throw error;
      }
    });
  const noticeOf = (id: string): M => {
    const notice = notices.get(id);
    if (!notice) throw new ControlRefused(404, `There is no notice ${id}.`);
    return notice;
  };

  on('get', '/notices', () => ({ notices: notices.all() }));
  on('post', '/notices/:id/resend', ({ params: { id } }) => {
    deliveries.resend(noticeOf(id));
    return { id };
  });
  on('get', '/delivery', () => ({ mode: deliveries.mode(), ...deliveries.report() }));
  on('put', '/delivery', (req) => {
    const { loseNext, ...changes } = readControl(mode, req.body);
    if (loseNext !== undefined) deliveries.loseNext(loseNext);
    deliveries.setMode(defined(changes));
    return deliveries.mode();
  });
  on('get', '/faults', () => ({ faults: faults.list() }));
  on('post', '/faults', (req) => {
    faults.add(readControl(fault, req.body));
    return { faults: faults.list() };
  });
  on('delete', '/faults', () => {
    faults.clear();
    return { faults: [] };
  });

  const end = (): Router => {
    router.use((req) => {
      throw new ControlRefused(404, `The sandbox has no control ${req.method} ${req.path}.`);
    });
    router.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
      const known = error instanceof ControlRefused ? error : (options.explain(error) ?? clientError(error));
      if (!known) log.error({ err: error }, 'a control of the sandbox failed');
      res.status(known?.status ?? 500).json({ error: known?.message ?? 'The sandbox failed.' });
    });
    return router;
  };
  return { on, noticeOf, end };
}

/** @throws ControlRefused 400 */
export function readControl<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new ControlRefused(400, z.prettifyError(parsed.error));
}

/** Without the fields that were not given, so that they can be laid over others. */
export const defined = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** A body that is not JSON, or too large, is the caller's mistake. */
const clientError = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
    ? { status: 400, message: error.message }
    : null;
