import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import { cityDay } from '../cityDay';
import { type KeptTerms } from '../orders/orderRecord';
import { taxRateOfFee, taxRateOfLine } from '../orders/taxRates';
import { type Sale } from './receipt';

/** What a receipt says of an order's money: the same amounts and rates that the ledger has. */
export const saleOf = (money: OrderMoney, terms: KeptTerms): Sale => ({
  orderId: money.orderId,
  accountId: money.accountId,
  day: cityDay(new Date(money.payment.capturedAt), terms.timeZone),
  method: money.payment.method,
  lines: money.lines.map((line) => ({
    lineId: line.lineId,
    title: line.title,
    quantity: line.quantity,
    takenFen: line.taken.amount,
    taxBasisPoints: taxRateOfLine(terms, line),
  })),
  feeFen: money.deliveryFee.amount,
  feeTaxBasisPoints: taxRateOfFee(terms, money),
  refunds: money.refunds.map(({ refundId, reason, deliveryFee, lines, decidedAt }) => ({
    refundId,
    reason,
    feeFen: deliveryFee.amount,
    lines: lines.map(({ lineId, amount }) => ({ lineId, fen: amount.amount })),
    day: cityDay(new Date(decidedAt), terms.timeZone),
  })),
});
