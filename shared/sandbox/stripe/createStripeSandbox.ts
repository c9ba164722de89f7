import express, { type Express, type Router } from 'express';
import { createApi } from './http/api';
import { createControl } from './http/control';
import { createFaults } from '../kit/http/faults';
import { createStatementFaults } from '../kit/statementFaults';
import type { StripeFaults } from './http/faults';
import { refuseLiveKeys } from './keys';
import { createRefundClock } from './operations/refundClock';
import { createPages } from './page/pages';
import { openStore } from './state/store';
import { createDeliveries } from './webhooks/deliveries';
import type { Clock } from '../../kit/clock';
import type { SandboxLog } from '../kit/log';
import type { RefundBehaviour, World } from './world';

export type StripeSandboxOptions = {
  secretKey: string;
  webhookSecret: string;
  /** Where events are sent; may also be named later with `deliverTo`. */
  webhookUrl?: string | undefined;
  /** Types of events that are sent there, as an endpoint's `enabled_events` says; all of them unless told. */
  webhookEvents?: readonly string[] | undefined;
  /** Where people reach the pages of this sandbox, e.g. `https://shop.example/sandbox/stripe`. */
  publicUrl: string;
  now: Clock;
  log: SandboxLog;
  /** Folder for what must survive a restart; without it everything is forgotten at the end. */
  folder?: string | undefined;
  /** Smallest payable amount in minor units. Stripe's is about half a US dollar; 100 unless told. */
  minimumAmount?: number | undefined;
  refunds?: Partial<RefundBehaviour> | undefined;
  /** What is kept of each payment, in hundredths of a percent (290 is 2.90 %); nothing unless told. */
  feeRate?: number | undefined;
  /** First pause before an event is sent again (milliseconds). */
  firstRetryMs?: number | undefined;
};

export type StripeSandbox = {
  /** Everything: Stripe's API under `/v1`, the pages, and the controls under `/_sandbox`. */
  app: Express;
  /** Only the pages where people pay: this part may be public. Mount it where `publicUrl` points. */
  pages: Router;
  deliverTo: (webhookUrl: string) => void;
  /** Stops sending and closes the files; what is pending is taken up by the next start. */
  close: () => Promise<void>;
};

const LARGEST_AMOUNT = 99_999_999;

/**
 * A stateful stand-in for Stripe that the real SDK talks to.
 * @throws LiveKeysConfigured when a live key is given
 */
export async function createStripeSandbox(options: StripeSandboxOptions): Promise<StripeSandbox> {
  const { secretKey, webhookSecret, webhookEvents, now, log } = options;
  refuseLiveKeys(secretKey);
  const store = await openStore(options.folder);
  const world: World = {
    store,
    now,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    limits: { minimum: options.minimumAmount ?? 100, maximum: LARGEST_AMOUNT },
    refunds: { mode: 'automatic', delayMs: 1500, failNext: 0, ...options.refunds },
    feeRate: options.feeRate ?? 0,
    statementFaults: createStatementFaults(),
    watchRefund: (refund) => {
      clock.watch(refund);
    },
    listensTo: (type) => deliveries.url() !== null && (webhookEvents?.includes(type) ?? true),
    request: null,
  };
  const deliveries = createDeliveries({
    world,
    secret: webhookSecret,
    url: options.webhookUrl ?? null,
    log,
    firstRetryMs: options.firstRetryMs ?? 500,
  });
  const commit = async () => {
    await store.commit();
    deliveries.nudge();
  };
  const clock = createRefundClock(world, () =>
    commit().catch((error: unknown) => {
      log.error({ err: error }, 'the sandbox could not keep a refund');
    }),
  );
  deliveries.nudge();

  const faults: StripeFaults = createFaults();
  const pages = createPages({ world, log, commit });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(createApi({ world, secretKey, faults, log, commit }));
  app.use('/_sandbox', createControl({ world, secretKey, faults, deliveries, log, commit }));
  app.use(pages);
  return {
    app,
    pages,
    deliverTo: (url) => {
      deliveries.deliverTo(url);
    },
    close: async () => {
      clock.close();
      await deliveries.close();
      await store.close();
    },
  };
}
