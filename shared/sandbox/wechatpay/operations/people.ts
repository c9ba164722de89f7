import { createHash } from 'node:crypto';
import { WechatPayFailure, orderClosed, orderPaid } from '../failures';
import { newTransactionId } from '../ids';
import { isSigned } from '../../kit/crypto/rsa';
import type { TradeRecord } from '../state/records';
import { time, type World } from '../world';
import { notifyPayment } from './notify';
import { findTicket } from './tickets';
import { findTrade } from './trades';

/** Whoever scans a code or opens a page is the same person for the same order. */
const somebody = ({ id }: TradeRecord) =>
  `o${createHash('sha256').update(id).digest('base64url').slice(0, 27)}`;

/** @throws WechatPayFailure ORDERPAID, ORDER_CLOSED */
function payable(world: World, id: string): TradeRecord {
  const trade = findTrade(world, id);
  if (trade.state.kind === 'SUCCESS') throw orderPaid();
  if (trade.state.kind === 'CLOSED') throw orderClosed();
  return trade;
}

/** A person pays: the wallet is charged at once. @throws WechatPayFailure ORDER_NOT_EXIST, ORDERPAID, ORDER_CLOSED */
export function pay(world: World, id: string): TradeRecord {
  const trade = payable(world, id);
  const at = time(world);
  const transactionId = newTransactionId(at);
  const paid: TradeRecord = {
    ...trade,
    state: { kind: 'SUCCESS', transactionId, at, openid: trade.openid ?? somebody(trade) },
  };
  world.store.put('trade', paid);
  world.store.put('transaction', { id: transactionId, trade: id });
  notifyPayment(world, paid);
  return paid;
}

/** A person does not want to pay, or cannot; the order stays open. @throws WechatPayFailure ORDER_NOT_EXIST, ORDERPAID, ORDER_CLOSED */
export const decline = (world: World, id: string): TradeRecord => payable(world, id);

/** An order's time is over. @throws WechatPayFailure ORDER_NOT_EXIST, ORDERPAID, ORDER_CLOSED */
export function expire(world: World, id: string): TradeRecord {
  const expired: TradeRecord = { ...payable(world, id), expires: time(world) };
  world.store.put('trade', expired);
  return findTrade(world, id);
}

export type PaymentParams = {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
  /** Who holds the phone; only that person can pay an order that names its payer. */
  openid?: string | undefined;
};
export type Decision = 'pay' | 'cancel' | 'fail';
/** What WeChat's own window came to, in words that `errMsg` begins with. */
export type Outcome = { result: 'ok' | 'cancel' | 'fail'; reason?: string };

/**
 * A person in WeChat meets the window that `wx.requestPayment` opens, and decides.
 * Documentation: pay.weixin.qq.com, 小程序调起支付 (/doc/v3/merchant/4012791898) and JSAPI调起支付 (4012791857).
 */
export function requestPayment(world: World, params: PaymentParams, decision: Decision): Outcome {
  const { account } = world;
  const fail = (reason: string): Outcome => ({ result: 'fail', reason });
  const message = `${params.appId}\n${params.timeStamp}\n${params.nonceStr}\n${params.package}\n`;
  if (params.signType !== 'RSA' || !isSigned(message, params.paySign, account.merchant.publicKey))
    return fail('支付验证签名失败');
  const ticket = findTicket(world, /^prepay_id=(.+)$/.exec(params.package)?.[1]);
  if (!ticket) return fail('支付参数prepay_id已过期或不存在');
  const trade = findTrade(world, ticket.trade);
  if (trade.appid !== params.appId) return fail('支付appid与下单appid不一致');
  if (params.openid !== undefined && params.openid !== trade.openid)
    return fail('用户openid与支付下单不一致');
  try {
    if (decision === 'pay') pay(world, trade.id);
    else decline(world, trade.id);
  } catch (error) {
    if (error instanceof WechatPayFailure) return fail(error.message);
    throw error;
  }
  if (decision === 'fail') return fail('余额不足');
  return { result: decision === 'pay' ? 'ok' : 'cancel' };
}
