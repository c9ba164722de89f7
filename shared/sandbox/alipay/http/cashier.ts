import type { Router } from 'express';
import { beijing } from '../../kit/beijing';
import { randomText } from '../../kit/ids';
import { createCashier, webAddress, type Bill } from '../../kit/page/cashier';
import { yuan } from '../../kit/yuan';
import { isRefusal } from '../failures';
import { paidAt } from '../objects/trade';
import { leave, payAt } from '../operations/people';
import { lookUp } from '../operations/trades';
import { withSign } from '../signing';
import type { SessionRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { orderOf, type Call } from './methods';
import { readParams, schemas } from './params';

/** Methods that a browser is sent to. */
export const pageMethods: ReadonlySet<string> = new Set(['alipay.trade.wap.pay', 'alipay.trade.page.pay']);

/**
 * Opens a cashier for a person in a browser and tells its address. No trade is there yet: it comes into being when the person pays or
 * declines, so until then `alipay.trade.query` and `.close` know nothing of it. What ends it is its time.
 * Documentation: opendocs.alipay.com, alipay.trade.wap.pay (/open/203/107090), alipay.trade.page.pay (/open/59da99d0_alipay.trade.page.pay).
 * @throws AlipayFailure ACQ.INVALID_PARAMETER
 */
export function openCashier(call: Call): string {
  const { world, common, biz } = call;
  const isWap = common['method'] === 'alipay.trade.wap.pay';
  const given = isWap ? readParams(schemas.wap, biz) : readParams(schemas.page, biz);
  const session: SessionRecord = {
    id: randomText(32),
    order: orderOf(call, given),
    returnUrl: webAddress(common['return_url']),
    quitUrl: 'quit_url' in given ? webAddress(given.quit_url) : null,
  };
  world.store.put('session', session);
  return `${world.publicUrl}/cashier?session=${session.id}`;
}

/**
 * The shop's address with what Alipay adds to it after a payment, signed.
 * Documentation: opendocs.alipay.com, 前台回跳参数 (/open/203/107090#前台回跳参数说明).
 */
function returnAddress(world: World, { returnUrl }: SessionRecord, trade: TradeRecord): string | null {
  if (returnUrl === null) return null;
  const { account } = world;
  const name = trade.product === 'QUICK_WAP_WAY' ? 'wap' : 'page';
  const fields = withSign(
    {
      app_id: account.appId,
      auth_app_id: account.appId,
      charset: 'utf-8',
      method: `alipay.trade.${name}.pay.return`,
      out_trade_no: trade.id,
      trade_no: trade.tradeNo,
      seller_id: account.sellerId,
      timestamp: beijing.dateTime(time(world)),
      total_amount: yuan(trade.total),
      version: '1.0',
    },
    account.alipay.privateKey,
  );
  const url = new URL(returnUrl);
  for (const [field, value] of Object.entries(fields)) url.searchParams.set(field, value);
  return url.href;
}

/** The cashier for browsers. Who knows the session's name may pay. */
export const createCashierPage = (world: World, commit: () => Promise<void>): Router =>
  createCashier({
    wallet: 'alipay',
    path: '/cashier',
    commit,
    isRefusal,
    find: ({ session: id }) => {
      const session = typeof id === 'string' ? world.store.session.get(id) : undefined;
      if (!session) return null;
      return {
        bill: (): Bill => {
          const { order, quitUrl } = session;
          const trade = lookUp(world, { out_trade_no: order.outTradeNo });
          const isOver = trade ? trade.state.kind === 'TRADE_CLOSED' : time(world) >= order.expires;
          return {
            state: trade && paidAt(trade) !== null ? 'paid' : isOver ? 'closed' : 'open',
            amount: order.total,
            subject: order.subject,
            back: { paid: trade ? returnAddress(world, session, trade) : session.returnUrl, unpaid: quitUrl },
          };
        },
        pay: () => void payAt(world, session),
        decline: () => void leave(world, session),
      };
    },
  });
