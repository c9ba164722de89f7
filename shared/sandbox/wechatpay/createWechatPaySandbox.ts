import express, { type Express, type Router } from 'express';
import type { Clock } from '../../kit/clock';
import { createFaults } from '../kit/http/faults';
import type { SandboxLog } from '../kit/log';
import { createStatementFaults } from '../kit/statementFaults';
import { createDueClock } from '../kit/state/dueClock';
import type { FindPayment } from '../wechat/shipping';
import { refuseRealMerchant, type WechatPayAccount } from './account';
import { createApi } from './http/api';
import { createControl } from './http/control';
import type { WechatPayFaults } from './http/faults';
import { createPages } from './http/pages';
import { createNoticeDeliveries, documentedPauses } from './notices/deliveries';
import { createBills } from './operations/bills';
import { settleRefund } from './operations/refunds';
import type { RefundRecord } from './state/records';
import { openStore } from './state/store';
import type { RefundBehaviour, Verification, World } from './world';

export type WechatPaySandboxOptions = {
  /** From `makeWechatPayAccount`. */
  account: WechatPayAccount;
  /** Where people reach the pages of this sandbox, e.g. `https://shop.example/sandbox/wechatpay`. */
  publicUrl: string;
  /** Where the merchant's server reaches it; the pages' address unless told. */
  apiUrl?: (() => string) | undefined;
  now: Clock;
  log: SandboxLog;
  /** Folder for what must survive a restart; without it everything is forgotten at the end. */
  folder?: string | undefined;
  refunds?: Partial<RefundBehaviour> | undefined;
  /** By the public key unless told, as for merchants since October 2024. */
  verification?: Verification | undefined;
  /** The pauses after each attempt to send a notice (milliseconds); WeChat Pay's own unless told. */
  retryPausesMs?: readonly number[] | undefined;
};

export type WechatPaySandbox = {
  /** Everything: the API under `/v3`, the pages, and the controls under `/_sandbox`. */
  app: Express;
  /** Only the pages where people pay: this part may be public. Mount it where `publicUrl` points. */
  pages: Router;
  /** A payment by one of its two numbers, for the WeChat platform's own stand-in. */
  findPayment: FindPayment;
  /** Stops sending and closes the files; what is pending is taken up by the next start. */
  close: () => Promise<void>;
};

/**
 * A stateful stand-in for WeChat Pay (APIv3, one merchant).
 * @throws LiveKeysConfigured when the merchant's number may be a real one
 */
export async function createWechatPaySandbox(options: WechatPaySandboxOptions): Promise<WechatPaySandbox> {
  const { account, now, log } = options;
  refuseRealMerchant(account.mchid);
  const store = await openStore(options.folder);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const world: World = {
    store,
    now,
    account,
    certificates: [account.certificate],
    verification: options.verification ?? 'public_key',
    publicUrl,
    apiUrl: options.apiUrl ?? (() => publicUrl),
    refunds: {
      mode: 'automatic',
      delayMs: 1500,
      failNext: 0,
      failAs: 'ABNORMAL',
      shortNext: 0,
      ...options.refunds,
    },
    statementFaults: createStatementFaults(),
    watchRefund: (refund) => {
      clock.watch(refund);
    },
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
  const settling = ({ state }: RefundRecord) => (state.status === 'PROCESSING' ? state.settles : null);
  const clock = createDueClock<RefundRecord>({
    now,
    find: (id) => {
      const refund = store.refund.get(id);
      // The oldest trades are forgotten, and with them their refunds come to no end.
      return refund && store.trade.get(refund.trade) ? refund : undefined;
    },
    dueAt: (refund) => settling(refund)?.at ?? null,
    settle: (refund) => {
      settleRefund(world, refund.id, settling(refund)?.outcome ?? 'SUCCESS');
      commit().catch((error: unknown) => {
        log.error({ err: error }, 'the WeChat Pay sandbox could not keep a refund');
      });
    },
  });
  for (const refund of store.refund.all()) clock.watch(refund);
  deliveries.nudge();

  const faults: WechatPayFaults = createFaults();
  const pages = express.Router();
  for (const page of createPages(world, commit)) pages.use(page);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(createApi({ world, bills: createBills(world), faults, log, commit }));
  app.use('/_sandbox', createControl({ world, faults, deliveries, log, commit }));
  app.use(pages);
  return {
    app,
    pages,
    findPayment: (number) => {
      const id =
        'outTradeNo' in number ? number.outTradeNo : store.transaction.get(number.transactionId)?.trade;
      const trade = store.trade.get(id ?? '');
      if (trade?.state.kind !== 'SUCCESS') return null;
      const { transactionId, openid, at } = trade.state;
      const { description, total, refunded, created } = trade;
      return {
        transactionId,
        outTradeNo: trade.id,
        mchid: account.mchid,
        openid,
        description,
        total,
        refunded,
        created,
        paid: at,
      };
    },
    close: async () => {
      clock.close();
      await deliveries.close();
      await store.close();
    },
  };
}
