import { beijing } from '../../kit/beijing';
import { yuan } from '../../kit/yuan';
import type { Fields } from '../signing';
import type { RefundRecord, TradeRecord } from '../state/records';
import type { World } from '../world';
import { LOGON_ID, buyerFields, paidAt } from './trade';

/**
 * The fields of a notice of a trade, but for its time and signature.
 * Documentation: opendocs.alipay.com, 异步通知说明 (/open/204/105301 for the web, /mini/6039ed0c_alipay.trade.create#异步通知).
 */
export function tradeFields({ account }: World, trade: TradeRecord, refund?: RefundRecord): Fields {
  const paid = paidAt(trade);
  const total = yuan(trade.total);
  const closed = trade.state.kind === 'TRADE_CLOSED' ? trade.state.at : null;
  return {
    app_id: account.appId,
    auth_app_id: account.appId,
    charset: 'utf-8',
    version: '1.0',
    notify_type: 'trade_status_sync',
    seller_id: account.sellerId,
    out_trade_no: trade.id,
    trade_no: trade.tradeNo,
    trade_status: trade.state.kind,
    subject: trade.subject,
    ...(trade.body !== null && { body: trade.body }),
    ...(trade.passback !== null && { passback_params: trade.passback }),
    gmt_create: beijing.dateTime(trade.created),
    total_amount: total,
    ...(trade.buyer !== null && { buyer_logon_id: LOGON_ID, ...buyerFields(trade.buyer, 'buyer_id') }),
    ...(paid !== null && {
      gmt_payment: beijing.dateTime(paid),
      receipt_amount: total,
      buyer_pay_amount: total,
      invoice_amount: total,
      point_amount: '0.00',
      fund_bill_list: `[{"amount":"${total}","fundChannel":"ALIPAYACCOUNT"}]`,
    }),
    ...(closed !== null && { gmt_close: beijing.dateTime(closed) }),
    ...(refund?.state.kind === 'succeeded' && {
      gmt_refund: `${beijing.dateTime(refund.state.at)}.000`,
      refund_fee: yuan(trade.refunded),
      out_biz_no: refund.request,
    }),
  };
}
