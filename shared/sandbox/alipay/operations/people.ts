import { createHash } from 'node:crypto';
import { isRefusal, refused } from '../failures';
import type { SessionRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { notifyTrade } from './notify';
import { createTrade, findTrade } from './trades';

/** Whoever pays in a browser is the same person for the same order. */
const somebody = (id: string) =>
  createHash('sha256').update(id).digest('base64url').slice(0, 32).replaceAll('-', '_');

/** @throws AlipayFailure ACQ.TRADE_NOT_EXIST, ACQ.TRADE_HAS_SUCCESS, ACQ.TRADE_HAS_CLOSE */
function payable(world: World, id: string): TradeRecord {
  const trade = findTrade(world, { out_trade_no: id });
  if (trade.state.kind === 'TRADE_SUCCESS') throw refused('ACQ.TRADE_HAS_SUCCESS');
  if (trade.state.kind === 'TRADE_CLOSED') throw refused('ACQ.TRADE_HAS_CLOSE');
  return trade;
}

/** A person pays: the wallet is charged at once. @throws AlipayFailure ACQ.TRADE_NOT_EXIST, ACQ.TRADE_HAS_SUCCESS, ACQ.TRADE_HAS_CLOSE */
export function pay(world: World, id: string): TradeRecord {
  const trade = payable(world, id);
  const paid: TradeRecord = {
    ...trade,
    buyer: trade.buyer ?? somebody(id),
    state: { kind: 'TRADE_SUCCESS', at: time(world) },
  };
  world.store.put('trade', paid);
  notifyTrade(world, paid);
  return paid;
}

/** A person pays at a cashier that was opened, whenever that was. @throws AlipayFailure as `createTrade` and `pay` */
export const payAt = (world: World, { order }: SessionRecord): TradeRecord =>
  pay(world, createTrade(world, order, null).id);

/** A person looks at the cashier and leaves: the trade is there and waits. @throws AlipayFailure as `createTrade` */
export const leave = (world: World, { order }: SessionRecord): TradeRecord => createTrade(world, order, null);

/** @throws AlipayFailure as `pay` */
export const decline = (world: World, id: string): TradeRecord => payable(world, id);

/** A trade's time is over. @throws AlipayFailure as `pay` */
export function expire(world: World, id: string): TradeRecord {
  world.store.put('trade', { ...payable(world, id), expires: time(world) });
  return findTrade(world, { out_trade_no: id });
}

/** `unknown`: it is paid, but the phone does not know; `pending`: not yet paid, and nobody knows whether it will be. */
export const decisions = ['pay', 'cancel', 'fail', 'pending', 'unknown'] as const;
type Decision = (typeof decisions)[number];

const codes: Record<Decision, string> = {
  pay: '9000',
  cancel: '6001',
  fail: '4000',
  pending: '8000',
  unknown: '6004',
};

/**
 * A person in Alipay meets the window that `my.tradePay` opens, and decides. Only the trade's buyer can pay it.
 * Documentation: opendocs.alipay.com, my.tradePay (/mini/api/openapi-pay).
 */
export function tradePay(world: World, tradeNo: string, decision: Decision, buyer?: string) {
  const answer = (resultCode: string, memo = '') => ({
    resultCode,
    memo,
    result: '',
    callbackUrl: '',
    extendInfo: '',
  });
  try {
    const trade = findTrade(world, { trade_no: tradeNo });
    if (buyer !== undefined && buyer !== trade.buyer) throw refused('ACQ.TRADE_BUYER_NOT_MATCH');
    if (decision === 'pay' || decision === 'unknown') pay(world, trade.id);
    else payable(world, trade.id);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return answer('4000', error.message);
  }
  return answer(codes[decision]);
}
