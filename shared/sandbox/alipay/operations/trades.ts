import { beijing, DAY_MS } from '../../kit/beijing';
import { randomDigits } from '../../kit/ids';
import { refused } from '../failures';
import type { Order, TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { notifyTrade } from './notify';

/** How long an order without a time of its own can be paid. */
export const USUAL_MS = 15 * DAY_MS;

/** The trade as it is by now: one whose time is over is closed. */
function current(world: World, trade: TradeRecord): TradeRecord {
  if (trade.state.kind !== 'WAIT_BUYER_PAY' || time(world) < trade.expires) return trade;
  return closed(world, trade, trade.expires);
}

function closed(world: World, trade: TradeRecord, at: number): TradeRecord {
  const next: TradeRecord = { ...trade, state: { kind: 'TRADE_CLOSED', at, paid: null } };
  world.store.put('trade', next);
  notifyTrade(world, next);
  return next;
}

export type Numbers = { trade_no?: string | undefined; out_trade_no?: string | undefined };

/** By Alipay's number or the merchant's; Alipay's goes first. Null when there is none. */
export function lookUp(
  world: World,
  { trade_no: tradeNo, out_trade_no: outTradeNo }: Numbers,
): TradeRecord | null {
  if (tradeNo === undefined && outTradeNo === undefined)
    throw refused('ACQ.INVALID_PARAMETER', 'out_trade_no和trade_no不能同时为空');
  const id = tradeNo === undefined ? outTradeNo : world.store.trade.idsBy('tradeNo', tradeNo)[0];
  const trade = world.store.trade.get(id ?? '');
  return trade ? current(world, trade) : null;
}

/** @throws AlipayFailure ACQ.TRADE_NOT_EXIST, ACQ.INVALID_PARAMETER without a number */
export function findTrade(world: World, numbers: Numbers): TradeRecord {
  const trade = lookUp(world, numbers);
  if (!trade) throw refused('ACQ.TRADE_NOT_EXIST');
  return trade;
}

/**
 * Creates a trade, or finds the one with the same number and contents that can still be paid.
 * @throws AlipayFailure ACQ.CONTEXT_INCONSISTENT, ACQ.TRADE_BUYER_NOT_MATCH, ACQ.TRADE_HAS_SUCCESS, ACQ.TRADE_HAS_CLOSE
 */
export function createTrade(world: World, order: Order, buyer: string | null): TradeRecord {
  const known = lookUp(world, { out_trade_no: order.outTradeNo });
  if (known) {
    if (known.state.kind === 'TRADE_SUCCESS') throw refused('ACQ.TRADE_HAS_SUCCESS');
    if (known.state.kind === 'TRADE_CLOSED') throw refused('ACQ.TRADE_HAS_CLOSE');
    const isSame =
      known.total === order.total && known.subject === order.subject && known.product === order.product;
    if (!isSame) throw refused('ACQ.CONTEXT_INCONSISTENT');
    if (buyer !== null && known.buyer !== null && buyer !== known.buyer)
      throw refused('ACQ.TRADE_BUYER_NOT_MATCH');
    return known;
  }
  if (order.expires <= time(world)) throw refused('ACQ.INVALID_PARAMETER', '订单已超过绝对超时时间');
  const now = time(world);
  const trade: TradeRecord = {
    ...order,
    id: order.outTradeNo,
    tradeNo: `${beijing.digits(now, 8)}22001${randomDigits(15)}`,
    created: now,
    buyer,
    state: { kind: 'WAIT_BUYER_PAY' },
    refunded: 0,
  };
  world.store.put('trade', trade);
  return trade;
}

/** @throws AlipayFailure ACQ.TRADE_NOT_EXIST, ACQ.TRADE_STATUS_ERROR unless it waits for its buyer */
export function closeTrade(world: World, numbers: Numbers): TradeRecord {
  const trade = findTrade(world, numbers);
  if (trade.state.kind !== 'WAIT_BUYER_PAY') throw refused('ACQ.TRADE_STATUS_ERROR');
  return closed(world, trade, time(world));
}
