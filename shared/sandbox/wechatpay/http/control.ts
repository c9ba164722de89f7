import type { Router } from 'express';
import { z } from 'zod';
import { createControls, defined, readControl } from '../../kit/http/controls';
import { statementControls } from '../../kit/statementFaults';
import type { SandboxLog } from '../../kit/log';
import { isRefusal } from '../failures';
import type { Deliveries } from '../notices/deliveries';
import { forgeries } from '../notices/send';
import { presentRefund } from '../objects/refund';
import { presentTrade } from '../objects/transaction';
import { rotateCertificate } from '../operations/certificates';
import { decline, expire, pay, requestPayment } from '../operations/people';
import { findRefund, settleRefund } from '../operations/refunds';
import { totalsOf } from '../totals';
import type { World } from '../world';
import { faultKinds, type WechatPayFaults } from './faults';

type Dependencies = {
  world: World;
  faults: WechatPayFaults;
  deliveries: Deliveries;
  log: SandboxLog;
  commit: () => Promise<void>;
};

const payment = z.strictObject({
  /** As `wx.requestPayment` takes them; `appId` is the app's own, which that function knows by itself. */
  appId: z.string(),
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.string(),
  paySign: z.string(),
  openid: z.string().optional(),
  decision: z.enum(['pay', 'cancel', 'fail']).default('pay'),
});
const settlement = z.strictObject({ outcome: z.enum(['SUCCESS', 'CLOSED', 'ABNORMAL']) });
const behaviour = z.strictObject({
  mode: z.enum(['automatic', 'held']).optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  failNext: z.int().min(0).max(10_000).optional(),
  failAs: z.enum(['CLOSED', 'ABNORMAL']).optional(),
  shortNext: z.int().min(0).max(10_000).optional(),
});
const forgery = z.strictObject({
  as: z.enum(forgeries),
  changes: z.record(z.string(), z.unknown()).default({}),
});
const verification = z.strictObject({ mode: z.enum(['public_key', 'certificate']) });

/** Controls for tests, demos and the hosts of mini programs under `/_sandbox`, with the APIv3 key as bearer. */
export function createControl({ world, faults, deliveries, log, commit }: Dependencies): Router {
  const { on, noticeOf, end } = createControls({
    key: world.account.apiV3Key,
    faults,
    faultKinds,
    deliveries,
    notices: world.store.notice,
    log,
    commit,
    explain: (error) =>
      isRefusal(error) ? { status: error.status, message: `${error.code}: ${error.message}` } : null,
  });

  on('post', '/requestPayment', (req) => {
    const { decision, ...params } = readControl(payment, req.body);
    const { result, reason } = requestPayment(world, params, decision);
    const words = { ok: 'ok', cancel: 'fail cancel', fail: `fail ${reason ?? ''}` };
    return {
      errMsg: `requestPayment:${words[result]}`,
      /** What WeChat's browser tells a page instead. */
      err_msg: `get_brand_wcpay_request:${result}`,
    };
  });
  on('post', '/trades/:id/pay', ({ params: { id } }) => presentTrade(world, pay(world, id)));
  on('post', '/trades/:id/decline', ({ params: { id } }) => presentTrade(world, decline(world, id)));
  on('post', '/trades/:id/expire', ({ params: { id } }) => presentTrade(world, expire(world, id)));
  on('post', '/refunds/:id/settle', (req) => {
    settleRefund(world, req.params.id, readControl(settlement, req.body).outcome);
    const { refund, trade } = findRefund(world, req.params.id);
    return presentRefund(refund, trade);
  });
  on('put', '/refunds', (req) => Object.assign(world.refunds, defined(readControl(behaviour, req.body))));
  on('post', '/notices/:id/forge', (req) =>
    deliveries.forge(noticeOf(req.params.id), readControl(forgery, req.body)),
  );
  on('put', '/verification', (req) => {
    world.verification = readControl(verification, req.body).mode;
    return { mode: world.verification };
  });
  on('post', '/certificates/rotate', () => rotateCertificate(world));
  statementControls(on, world.statementFaults);
  on('get', '/totals', () => totalsOf(world));
  return end();
}
