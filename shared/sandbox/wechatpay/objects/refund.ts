import { beijing } from '../../kit/beijing';
import type { RefundRecord, TradeRecord } from '../state/records';
import type { World } from '../world';

const ACCOUNT = '支付用户零钱';
const transactionOf = ({ state }: TradeRecord) => (state.kind === 'SUCCESS' ? state.transactionId : '');

/** Documentation: pay.weixin.qq.com, 查询单笔退款 (/doc/v3/merchant/4012791863). */
export function presentRefund(refund: RefundRecord, trade: TradeRecord) {
  const { state, amount } = refund;
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.id,
    transaction_id: transactionOf(trade),
    out_trade_no: trade.id,
    channel: 'ORIGINAL',
    user_received_account: ACCOUNT,
    ...(state.status === 'SUCCESS' && { success_time: beijing.rfc3339(state.at) }),
    create_time: beijing.rfc3339(refund.created),
    status: state.status,
    funds_account: 'UNSETTLED',
    amount: {
      total: trade.total,
      refund: amount,
      from: [],
      payer_total: trade.total,
      payer_refund: amount,
      settlement_refund: amount,
      settlement_total: trade.total,
      discount_refund: 0,
      currency: 'CNY',
      refund_fee: 0,
    },
    promotion_detail: [],
  };
}

/** What a refund's notice carries. Documentation: pay.weixin.qq.com, 退款结果回调通知 (/doc/v3/merchant/4012791865). */
export function refundNews({ account }: World, refund: RefundRecord, trade: TradeRecord) {
  const { state, amount } = refund;
  return {
    mchid: account.mchid,
    transaction_id: transactionOf(trade),
    out_trade_no: trade.id,
    refund_id: refund.refundId,
    out_refund_no: refund.id,
    refund_status: state.status,
    ...(state.status === 'SUCCESS' && { success_time: beijing.rfc3339(state.at) }),
    user_received_account: ACCOUNT,
    amount: { total: trade.total, refund: amount, payer_total: trade.total, payer_refund: amount },
  };
}
