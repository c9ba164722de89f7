import { DAY_MS } from '../../kit/beijing';
import { WechatPayFailure, paramError } from '../failures';
import { newRefundId } from '../ids';
import type { RefundOutcome, RefundRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { notifyRefund } from './notify';
import { findTrade } from './trades';

const MOST_REFUNDS = 50;
const YEAR_MS = 365 * DAY_MS;

type Request = {
  transaction_id?: string | undefined;
  out_trade_no?: string | undefined;
  out_refund_no: string;
  reason?: string | undefined;
  notify_url?: string | undefined;
  amount: { refund: number; total: number };
};

const missing = (message: string) => new WechatPayFailure('RESOURCE_NOT_EXISTS', message);
const wrong = (message: string) => new WechatPayFailure('INVALID_REQUEST', message);

/** @throws WechatPayFailure RESOURCE_NOT_EXISTS */
export function findRefund(world: World, id: string): { refund: RefundRecord; trade: TradeRecord } {
  const refund = world.store.refund.get(id);
  const trade = refund && world.store.trade.get(refund.trade);
  if (!trade) throw missing('退款单不存在');
  return { refund, trade };
}

function tradeOf(world: World, { transaction_id: transaction, out_trade_no: number }: Request): TradeRecord {
  const id = transaction === undefined ? number : world.store.transaction.get(transaction)?.trade;
  if (id === undefined || !world.store.trade.get(id)) throw missing('订单不存在');
  if (number !== undefined && number !== id)
    throw paramError('/out_trade_no', '与transaction_id不是同一笔订单', { value: number });
  return findTrade(world, id);
}

/**
 * Gives back a part or all of a payment. The same number again is the same refund.
 * @throws WechatPayFailure RESOURCE_NOT_EXISTS, TRADE_ERROR (not paid), INVALID_REQUEST (other sums, more than is left), NOT_ENOUGH
 */
export function createRefund(world: World, request: Request): { refund: RefundRecord; trade: TradeRecord } {
  const trade = tradeOf(world, request);
  const { out_refund_no: id, amount } = request;
  if (amount.total !== trade.total) throw wrong('订单金额或退款金额与之前请求不一致，请核实后再试');
  const known = world.store.refund.get(id);
  if (known) {
    if (known.trade !== trade.id || known.amount !== amount.refund)
      throw wrong('订单金额或退款金额与之前请求不一致，请核实后再试');
    return { refund: known, trade };
  }
  if (trade.state.kind !== 'SUCCESS') throw new WechatPayFailure('TRADE_ERROR', '订单未支付，不能退款');
  if (trade.refunded === trade.total) throw wrong('订单已全额退款');
  if (amount.refund > trade.total - trade.refunded) throw wrong('累计退款金额大于支付金额');
  if (trade.refunds >= MOST_REFUNDS) throw wrong('订单退款次数超过限制');
  if (time(world) - trade.state.at > YEAR_MS) throw wrong('订单已超过可退款的最长时间');
  if (world.refunds.shortNext > 0) {
    world.refunds.shortNext -= 1;
    throw new WechatPayFailure('NOT_ENOUGH', '基本账户余额不足，请充值后重新发起');
  }
  const refund: RefundRecord = {
    id,
    refundId: newRefundId(time(world)),
    trade: trade.id,
    created: time(world),
    amount: amount.refund,
    reason: request.reason ?? null,
    notifyUrl: request.notify_url ?? null,
    state: { status: 'PROCESSING', settles: settlement(world) },
  };
  const next: TradeRecord = {
    ...trade,
    refunded: trade.refunded + amount.refund,
    refunds: trade.refunds + 1,
  };
  world.store.put('refund', refund);
  world.store.put('trade', next);
  world.watchRefund(refund);
  return { refund, trade: next };
}

/** How a refund that begins now will end. */
function settlement(world: World): { at: number; outcome: RefundOutcome } | null {
  const { mode, delayMs, failNext, failAs } = world.refunds;
  if (mode === 'held') return null;
  if (failNext > 0) world.refunds.failNext -= 1;
  return { at: time(world) + delayMs, outcome: failNext > 0 ? failAs : 'SUCCESS' };
}

/** Ends a refund; what was closed can be refunded again under another number. @throws WechatPayFailure TRADE_ERROR unless it is under way */
export function settleRefund(world: World, id: string, outcome: RefundOutcome): RefundRecord {
  const { refund, trade } = findRefund(world, id);
  if (refund.state.status !== 'PROCESSING') throw new WechatPayFailure('TRADE_ERROR', '退款单已有结果');
  const ended: RefundRecord = { ...refund, state: { status: outcome, at: time(world) } };
  world.store.put('refund', ended);
  if (outcome === 'CLOSED') world.store.put('trade', { ...trade, refunded: trade.refunded - refund.amount });
  notifyRefund(world, ended, trade, outcome);
  return ended;
}

/** Sends money that a card did not take somewhere else. @throws WechatPayFailure RESOURCE_NOT_EXISTS, INVALID_REQUEST unless it is ABNORMAL */
export function applyAbnormal(world: World, refundId: string, id: string) {
  const { refund, trade } = findRefund(world, id);
  if (refund.refundId !== refundId) throw missing('退款单不存在');
  if (refund.state.status !== 'ABNORMAL') throw wrong('退款单不是异常状态');
  const again: RefundRecord = { ...refund, state: { status: 'PROCESSING', settles: settlement(world) } };
  world.store.put('refund', again);
  world.watchRefund(again);
  return { refund: again, trade };
}
