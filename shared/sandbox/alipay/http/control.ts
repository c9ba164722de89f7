import type { Router } from 'express';
import { z } from 'zod';
import { createControls, defined, readControl } from '../../kit/http/controls';
import { statementControls } from '../../kit/statementFaults';
import type { SandboxLog } from '../../kit/log';
import { isRefusal } from '../failures';
import { forgeries, type Deliveries } from '../notices/deliveries';
import { presentTrade } from '../objects/trade';
import { decisions, decline, expire, pay, tradePay } from '../operations/people';
import { settleRefund } from '../operations/refunds';
import { totalsOf } from '../totals';
import type { World } from '../world';
import { faultKinds, type AlipayFaults } from './faults';

type Dependencies = {
  world: World;
  faults: AlipayFaults;
  deliveries: Deliveries;
  /** Makes a code by which that person signs in. */
  mintCode: (openId: string) => string;
  log: SandboxLog;
  commit: () => Promise<void>;
};

const payment = z.strictObject({
  /** As `my.tradePay` takes it. */
  tradeNO: z.string().min(1),
  /** Who holds the phone; only the trade's buyer can pay it. */
  buyer: z.string().min(1).optional(),
  decision: z.enum(decisions).default('pay'),
});
const settlement = z.strictObject({ request: z.string().min(1), outcome: z.enum(['succeeded', 'failed']) });
const behaviour = z.strictObject({
  mode: z.enum(['automatic', 'held']).optional(),
  shortNext: z.int().min(0).max(10_000).optional(),
});
const forgery = z.strictObject({
  as: z.enum(forgeries),
  changes: z.record(z.string(), z.string()).default({}),
});
const login = z.strictObject({ openId: z.string().regex(/^[\w-]{1,64}$/) });

/** Controls for tests, demos and the hosts of mini programs under `/_sandbox`, with the sandbox's own key as bearer. */
export function createControl({ world, faults, deliveries, mintCode, log, commit }: Dependencies): Router {
  const { on, noticeOf, end } = createControls({
    key: world.account.controlKey,
    faults,
    faultKinds,
    deliveries,
    notices: world.store.notice,
    log,
    commit,
    explain: (error) =>
      isRefusal(error)
        ? {
            status: error.body.sub_code === 'ACQ.TRADE_NOT_EXIST' ? 404 : 400,
            message: `${error.body.sub_code}: ${error.message}`,
          }
        : null,
  });

  on('post', '/tradePay', (req) => {
    const { tradeNO, buyer, decision } = readControl(payment, req.body);
    return tradePay(world, tradeNO, decision, buyer);
  });
  on('post', '/login_codes', (req) => ({ code: mintCode(readControl(login, req.body).openId) }));
  on('post', '/trades/:id/pay', ({ params: { id } }) => presentTrade(pay(world, id)));
  on('post', '/trades/:id/decline', ({ params: { id } }) => presentTrade(decline(world, id)));
  on('post', '/trades/:id/expire', ({ params: { id } }) => presentTrade(expire(world, id)));
  on('post', '/trades/:id/settle', (req) => {
    const { request, outcome } = readControl(settlement, req.body);
    return presentTrade(settleRefund(world, req.params.id, request, outcome === 'succeeded').trade);
  });
  on('put', '/refunds', (req) => Object.assign(world.refunds, defined(readControl(behaviour, req.body))));
  on('post', '/notices/:id/forge', (req) =>
    deliveries.forge(noticeOf(req.params.id), readControl(forgery, req.body)),
  );
  statementControls(on, world.statementFaults);
  on('get', '/totals', () => totalsOf(world));
  return end();
}
