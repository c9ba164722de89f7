import { type IntentWish } from '../paymentProvider';
import { beijingTime, yuan } from './notation';
import { writePassback } from './passback';

/**
 * What Alipay is told about one attempt to pay. The same attempt gives the same parameters: under the same number others are
 * refused.
 */
export const orderParams = ({ orderId, paymentId, amountFen, payBefore }: IntentWish) => ({
  out_trade_no: paymentId,
  total_amount: yuan(amountFen),
  subject: `邻团 Lintuan ${orderId}`,
  // Of a page that nobody has opened there is nothing to close: its time is all that ends it.
  time_expire: beijingTime(payBefore),
  passback_params: writePassback({ orderId, fen: amountFen }),
});

/** Merchants that came since 2023 know people by open ids, those before by numbers of 16 digits. */
export const buyerParams = (payer: string) =>
  /^\d{16}$/.test(payer) ? { buyer_id: payer } : { buyer_open_id: payer };
