import { DAY_MS } from '../../kit/beijing';
import { refused } from '../failures';
import { paidAt } from '../objects/trade';
import type { RefundRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { notifyTrade } from './notify';
import { findTrade, type Numbers } from './trades';

const YEAR_MS = 365 * DAY_MS;

const keyOf = (trade: TradeRecord, request: string) => `${trade.id} ${request}`;

export type Refunded = { trade: TradeRecord; refund: RefundRecord; changed: boolean };

/**
 * Gives back a part or all of a payment. The same request number again is the same refund, unless that one failed.
 * @throws AlipayFailure ACQ.TRADE_NOT_EXIST, ACQ.TRADE_STATUS_ERROR (not paid), ACQ.DISCORDANT_REPEAT_REQUEST (another sum),
 * ACQ.REFUND_AMT_NOT_EQUAL_TOTAL (more than is left), ACQ.TRADE_NOT_ALLOW_REFUND (too old), ACQ.SELLER_BALANCE_NOT_ENOUGH
 */
export function refundTrade(
  world: World,
  numbers: Numbers,
  given: { amount: number; request?: string | undefined },
): Refunded {
  const trade = findTrade(world, numbers);
  const request = given.request ?? trade.id;
  if (given.request === undefined && given.amount !== trade.total)
    throw refused('ACQ.INVALID_PARAMETER', '部分退款须传入out_request_no');
  const id = keyOf(trade, request);
  const known = world.store.refund.get(id);
  if (known && known.state.kind !== 'failed') {
    if (known.amount !== given.amount) throw refused('ACQ.DISCORDANT_REPEAT_REQUEST');
    return { trade, refund: known, changed: false };
  }
  const paid = paidAt(trade);
  if (paid === null) throw refused('ACQ.TRADE_STATUS_ERROR');
  if (trade.state.kind === 'TRADE_CLOSED') throw refused('ACQ.TRADE_HAS_CLOSE');
  if (given.amount > trade.total - trade.refunded) throw refused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
  if (time(world) - paid > YEAR_MS) throw refused('ACQ.TRADE_NOT_ALLOW_REFUND');
  if (world.refunds.shortNext > 0) {
    world.refunds.shortNext -= 1;
    throw refused('ACQ.SELLER_BALANCE_NOT_ENOUGH');
  }
  const next: TradeRecord = { ...trade, refunded: trade.refunded + given.amount };
  const refund: RefundRecord = {
    id,
    request,
    trade: trade.id,
    created: time(world),
    amount: given.amount,
    sum: next.refunded,
    state: { kind: 'pending' },
  };
  world.store.put('trade', next);
  world.store.put('refund', refund);
  return world.refunds.mode === 'held'
    ? { trade: next, refund, changed: false }
    : { ...settleRefund(world, trade.id, request, true), changed: true };
}

/** The refund of a trade under a request number, or null. @throws AlipayFailure ACQ.TRADE_NOT_EXIST */
export function findRefund(world: World, numbers: Numbers, request: string) {
  const trade = findTrade(world, numbers);
  return { trade, refund: world.store.refund.get(keyOf(trade, request)) ?? null };
}

/** Ends a refund; the trade is closed once everything was given back. @throws AlipayFailure ACQ.TRADE_STATUS_ERROR unless it is under way */
export function settleRefund(world: World, id: string, request: string, isSuccess: boolean) {
  const { trade, refund } = findRefund(world, { out_trade_no: id }, request);
  if (refund?.state.kind !== 'pending') throw refused('ACQ.TRADE_STATUS_ERROR');
  const at = time(world);
  if (!isSuccess) {
    const failed: RefundRecord = { ...refund, state: { kind: 'failed' } };
    const free: TradeRecord = { ...trade, refunded: trade.refunded - refund.amount };
    world.store.put('refund', failed);
    world.store.put('trade', free);
    return { trade: free, refund: failed };
  }
  const ended: RefundRecord = { ...refund, state: { kind: 'succeeded', at } };
  const isUnderWay = (other: string) =>
    other !== refund.id && world.store.refund.get(other)?.state.kind === 'pending';
  const isAll =
    trade.refunded === trade.total &&
    trade.state.kind === 'TRADE_SUCCESS' &&
    !world.store.refund.idsBy('trade', trade.id).some(isUnderWay);
  const next: TradeRecord = isAll
    ? { ...trade, state: { kind: 'TRADE_CLOSED', at, paid: paidAt(trade) } }
    : trade;
  world.store.put('refund', ended);
  if (isAll) world.store.put('trade', next);
  notifyTrade(world, next, ended);
  return { trade: next, refund: ended };
}
