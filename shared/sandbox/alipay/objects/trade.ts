import { beijing } from '../../kit/beijing';
import { yuan } from '../../kit/yuan';
import type { TradeRecord } from '../state/records';

/** Merchants that came since 2023 see open ids, those before user ids (16 digits). */
export const buyerFields = (buyer: string | null, name: 'buyer_user_id' | 'buyer_id' = 'buyer_user_id') =>
  buyer === null ? {} : /^\d{16}$/.test(buyer) ? { [name]: buyer } : { buyer_open_id: buyer };

export const paidAt = ({ state }: TradeRecord): number | null =>
  state.kind === 'TRADE_SUCCESS' ? state.at : state.kind === 'TRADE_CLOSED' ? state.paid : null;

export const LOGON_ID = '159****5620';

/** Documentation: opendocs.alipay.com, alipay.trade.query (/open/028woa). */
export function presentTrade(trade: TradeRecord) {
  const paid = paidAt(trade);
  const total = yuan(trade.total);
  const received = paid === null ? '0.00' : total;
  return {
    ...(trade.buyer !== null && { buyer_logon_id: LOGON_ID }),
    buyer_pay_amount: received,
    ...buyerFields(trade.buyer),
    invoice_amount: received,
    out_trade_no: trade.id,
    point_amount: '0.00',
    receipt_amount: received,
    ...(paid !== null && { send_pay_date: beijing.dateTime(paid) }),
    total_amount: total,
    trade_no: trade.tradeNo,
    trade_status: trade.state.kind,
  };
}
