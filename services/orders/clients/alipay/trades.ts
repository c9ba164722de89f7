import { PaymentId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';
import { type Intent, type PaymentOutcome } from '../../domain/payment';
import { Yuan } from './notation';

/** Every state of a trade. Documentation: opendocs.alipay.com, alipay.trade.query (/open/028woa). */
export const TradeStatus = z.enum(['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED']);
export type TradeStatus = z.infer<typeof TradeStatus>;

/** As much of what `alipay.trade.query` answers as we rely on. */
export const Trade = z.object({
  out_trade_no: z.string(),
  trade_status: TradeStatus,
  total_amount: Yuan,
  /** When it was paid, if it was. */
  send_pay_date: z.string().optional(),
});
export type Trade = z.infer<typeof Trade>;

/** Alipay's states in our words: the one place that knows them. */
function outcomeOf({ trade_status, total_amount: fen, send_pay_date }: Trade): PaymentOutcome {
  switch (trade_status) {
    case 'WAIT_BUYER_PAY':
      return { kind: 'waiting' };
    // Finished is what was paid so long ago that nothing can be given back any more.
    case 'TRADE_SUCCESS':
    case 'TRADE_FINISHED':
      return { kind: 'captured', fen };
    // Either nobody paid it, or somebody did and got everything back.
    case 'TRADE_CLOSED':
      return send_pay_date === undefined ? { kind: 'cancelled' } : { kind: 'captured', fen };
  }
}

/** Whether a state says that the money is taken, when it is reported. */
export const isTaken = (status: TradeStatus): boolean =>
  status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED';

/** Our number for a trade is the payment's id. */
export const intentOf = (intentId: string, amountFen: number, outcome: PaymentOutcome): Intent => ({
  provider: 'alipay',
  intentId,
  paymentId: PaymentId.safeParse(intentId).data,
  amountFen,
  outcome,
});

export const toIntent = (trade: Trade): Intent =>
  intentOf(trade.out_trade_no, trade.total_amount, outcomeOf(trade));
