import { randomBytes } from 'node:crypto';
import express, { type Express, type Router } from 'express';
import type { Clock } from '../../kit/clock';
import { createCodes } from '../kit/codes';
import { createFaults } from '../kit/http/faults';
import type { SandboxLog } from '../kit/log';
import { createStatementFaults } from '../kit/statementFaults';
import { refuseRealApp, type AlipayAccount } from './account';
import { invalid } from './failures';
import { createCashierPage } from './http/cashier';
import { createControl } from './http/control';
import type { AlipayFaults } from './http/faults';
import { createGateway } from './http/gateway';
import { createNoticeDeliveries, documentedPauses } from './notices/deliveries';
import { createBills } from './operations/bills';
import { openStore } from './state/store';
import type { RefundBehaviour, World } from './world';

export type AlipaySandboxOptions = {
  /** From `makeAlipayAccount`. */
  account: AlipayAccount;
  /** Where people reach the pages of this sandbox, e.g. `https://shop.example/sandbox/alipay`. */
  publicUrl: string;
  /** Where the merchant's server reaches it; the pages' address unless told. */
  apiUrl?: (() => string) | undefined;
  now: Clock;
  log: SandboxLog;
  /** Folder for what must survive a restart; without it everything is forgotten at the end. */
  folder?: string | undefined;
  refunds?: Partial<RefundBehaviour> | undefined;
  /** The pauses after each attempt to send a notice (milliseconds); Alipay's own unless told. */
  retryPausesMs?: readonly number[] | undefined;
};

export type AlipaySandbox = {
  /** Everything: the gateway, the cashier, and the controls under `/_sandbox`. */
  app: Express;
  /** What browsers reach: the gateway, whose calls are signed, and the cashier. Mount it where `publicUrl` points. */
  pages: Router;
  /** Stops sending and closes the files; what is pending is taken up by the next start. */
  close: () => Promise<void>;
};

/**
 * A stateful stand-in for Alipay's gateway that the official SDK talks to.
 * @throws LiveKeysConfigured when the app's number may be a real one
 */
export async function createAlipaySandbox(options: AlipaySandboxOptions): Promise<AlipaySandbox> {
  const { account, now, log } = options;
  refuseRealApp(account.appId);
  const store = await openStore(options.folder);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const codes = createCodes({
    prefix: 'sandbox',
    now,
    random: () => randomBytes(16).toString('hex'),
    refusal: () => invalid('isv.code-invalid', '授权码code无效'),
  });
  const world: World = {
    store,
    now,
    account,
    publicUrl,
    apiUrl: options.apiUrl ?? (() => publicUrl),
    refunds: { mode: 'automatic', shortNext: 0, ...options.refunds },
    statementFaults: createStatementFaults(),
    redeemCode: codes.redeem,
  };
  const deliveries = createNoticeDeliveries({
    world,
    log,
    retryPausesMs: options.retryPausesMs ?? documentedPauses,
  });
  const commit = async () => {
    await store.commit();
    deliveries.nudge();
  };
  deliveries.nudge();

  const faults: AlipayFaults = createFaults();
  const pages = express.Router();
  pages.use(createGateway({ world, bills: createBills(world), faults, log, commit }));
  pages.use(createCashierPage(world, commit));
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/_sandbox', createControl({ world, faults, deliveries, mintCode: codes.mint, log, commit }));
  app.use(pages);
  return {
    app,
    pages,
    close: async () => {
      await deliveries.close();
      await store.close();
    },
  };
}
