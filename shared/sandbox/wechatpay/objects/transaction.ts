import { beijing } from '../../kit/beijing';
import type { TradeRecord } from '../state/records';
import type { World } from '../world';

/** Once something was refunded WeChat Pay tells that instead of the payment. */
function stateOf({ state, refunds }: TradeRecord): [string, string] {
  if (state.kind === 'SUCCESS')
    return refunds > 0 ? ['REFUND', '订单发生过退款，退款详情请查询退款单'] : ['SUCCESS', '支付成功'];
  return state.kind === 'CLOSED' ? ['CLOSED', '订单已关闭'] : ['NOTPAY', '订单未支付'];
}

/**
 * A trade as it is queried, and as the notice of its payment carries it.
 * Documentation: pay.weixin.qq.com, 商户订单号查询订单 (/doc/v3/merchant/4012791859) and 支付成功回调通知 (/doc/v3/merchant/4012791861).
 */
export function presentTrade({ account }: Pick<World, 'account'>, trade: TradeRecord) {
  const { state, total } = trade;
  const [tradeState, description] = stateOf(trade);
  const paid = state.kind === 'SUCCESS' ? state : null;
  return {
    appid: trade.appid,
    mchid: account.mchid,
    out_trade_no: trade.id,
    ...(paid && { transaction_id: paid.transactionId, trade_type: trade.type }),
    trade_state: tradeState,
    trade_state_desc: description,
    ...(paid && { bank_type: 'OTHERS' }),
    attach: trade.attach ?? '',
    ...(paid && { success_time: beijing.rfc3339(paid.at) }),
    payer: paid ? { openid: paid.openid } : {},
    amount: paid
      ? { total, payer_total: total, currency: 'CNY', payer_currency: 'CNY' }
      : { total, currency: 'CNY' },
    promotion_detail: [],
  };
}
