import { createHash } from 'node:crypto';
import { DAY_MS } from '../../kit/beijing';
import type { OrderParams, orders } from '../http/params';
import { WechatPayFailure, orderClosed, orderMissing, orderPaid, paramError } from '../failures';
import type { TradeRecord, TradeType } from '../state/records';
import { time, type World } from '../world';

export type Scene = keyof typeof orders;
const types: Record<Scene, TradeType> = { jsapi: 'JSAPI', h5: 'MWEB', native: 'NATIVE' };

const MINUTE_MS = 60_000;
const LONGEST_MS = 15 * DAY_MS;
/** How long an order without `time_expire` can be paid. */
const USUAL_MS = 7 * DAY_MS;

/** The trade as it is by now: one whose time is over is closed. */
function current(world: World, trade: TradeRecord): TradeRecord {
  if (trade.state.kind !== 'NOTPAY' || time(world) < trade.expires) return trade;
  const closed: TradeRecord = { ...trade, state: { kind: 'CLOSED', at: trade.expires } };
  world.store.put('trade', closed);
  return closed;
}

/** @throws WechatPayFailure ORDER_NOT_EXIST */
export function findTrade(world: World, id: string): TradeRecord {
  const trade = world.store.trade.get(id);
  if (!trade) throw orderMissing();
  return current(world, trade);
}

/** By WeChat Pay's own number. @throws WechatPayFailure ORDER_NOT_EXIST */
export function findTransaction(world: World, transactionId: string): TradeRecord {
  return findTrade(world, world.store.transaction.get(transactionId)?.trade ?? '');
}

/** Calls must name the merchant that signed them. @throws WechatPayFailure PARAM_ERROR */
export function checkMchid({ account }: World, mchid: string, location: 'body' | 'query') {
  if (mchid === account.mchid) return;
  throw paramError('/mchid', 'http header中的mchid与请求中的mchid不匹配', { value: mchid, location });
}

/**
 * Places an order, or finds the one that was placed with exactly these parameters and is not paid.
 * @throws WechatPayFailure APPID_MCHID_NOT_MATCH, PARAM_ERROR, OUT_TRADE_NO_USED, ORDERPAID, ORDER_CLOSED
 */
export function placeOrder(world: World, scene: Scene, params: OrderParams): TradeRecord {
  const { account, store } = world;
  checkMchid(world, params.mchid, 'body');
  if (!Object.values(account.appids).includes(params.appid))
    throw new WechatPayFailure('APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配，请检查后再试');
  const fingerprint = createHash('sha256')
    .update(`${scene} ${JSON.stringify(params)}`)
    .digest('base64url');
  if (store.trade.get(params.out_trade_no)) {
    const known = findTrade(world, params.out_trade_no);
    if (known.fingerprint !== fingerprint)
      throw new WechatPayFailure('OUT_TRADE_NO_USED', '201 商户订单号重复');
    if (known.state.kind === 'SUCCESS') throw orderPaid();
    if (known.state.kind === 'CLOSED') throw orderClosed();
    return known;
  }
  const now = time(world);
  const expires = params.time_expire ?? now + USUAL_MS;
  if (expires < now + MINUTE_MS || expires > now + LONGEST_MS)
    throw paramError('/time_expire', '订单失效时间须在1分钟之后、15天之内', { value: params.time_expire });
  const trade: TradeRecord = {
    id: params.out_trade_no,
    type: types[scene],
    created: now,
    appid: params.appid,
    description: params.description,
    attach: params.attach ?? null,
    notifyUrl: params.notify_url,
    total: params.amount.total,
    openid: 'payer' in params ? params.payer.openid : null,
    expires,
    fingerprint,
    state: { kind: 'NOTPAY' },
    refunded: 0,
    refunds: 0,
  };
  store.put('trade', trade);
  return trade;
}

/** Closes an order that is not paid; a closed one stays closed. @throws WechatPayFailure ORDER_NOT_EXIST, ORDERPAID */
export function closeTrade(world: World, id: string) {
  const trade = findTrade(world, id);
  if (trade.state.kind === 'SUCCESS') throw orderPaid();
  if (trade.state.kind === 'NOTPAY')
    world.store.put('trade', { ...trade, state: { kind: 'CLOSED', at: time(world) } });
}
