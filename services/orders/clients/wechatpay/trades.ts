import { PaymentId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type PaymentStep } from '#shared/contracts/orders/paymentViews';
import { type Intent, type PaymentOutcome } from '../../domain/payment';

/** Every state of a trade; one that WeChat Pay adds is not guessed at. */
const TradeState = z.enum([
  'NOTPAY',
  'USERPAYING',
  'ACCEPT',
  'PAYERROR',
  'SUCCESS',
  'REFUND',
  'CLOSED',
  'REVOKED',
]);

/**
 * A trade, as a query tells it and as the notice of its payment carries it.
 * Documentation: pay.weixin.qq.com, 商户订单号查询订单 (/doc/v3/merchant/4012791859), 支付成功回调通知 (/doc/v3/merchant/4012791861).
 */
export const Trade = z
  .object({
    appid: z.string(),
    mchid: z.string(),
    out_trade_no: z.string(),
    trade_state: TradeState,
    attach: z.string().default(''),
    amount: z.object({ total: z.int().min(1), currency: z.string().default('CNY') }).optional(),
  })
  .refine(
    ({ trade_state: state, amount }) => amount !== undefined || (state !== 'SUCCESS' && state !== 'REFUND'),
  );
export type Trade = z.infer<typeof Trade>;

export const currency = 'CNY';

/** Money in another currency is none that we asked for: it names no payment of ours, and so pays no order. */
export function toIntent(trade: Trade, step?: PaymentStep): Intent {
  const { out_trade_no: intentId, amount } = trade;
  const isOurs = amount === undefined || amount.currency === currency;
  return {
    provider: 'wechatpay',
    intentId,
    paymentId: isOurs ? PaymentId.safeParse(intentId).data : undefined,
    amountFen: amount?.total ?? 0,
    outcome: outcomeOf(trade, step),
  };
}

/** WeChat Pay's states in our words: the one place that knows them. */
function outcomeOf({ trade_state: state, amount }: Trade, step?: PaymentStep): PaymentOutcome {
  switch (state) {
    case 'NOTPAY':
      return { kind: 'waiting', ...(step && { step }) };
    case 'USERPAYING':
    case 'ACCEPT':
      return { kind: 'processing' };
    case 'PAYERROR':
      return { kind: 'declined', declineCode: 'payment_failed' };
    // `REFUND`: something of it was refunded; it was taken before.
    case 'SUCCESS':
    case 'REFUND':
      return { kind: 'captured', fen: amount?.total ?? 0 };
    case 'CLOSED':
    case 'REVOKED':
      return { kind: 'cancelled' };
  }
}
