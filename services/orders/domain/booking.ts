import { earnsCommission, expectedCommissionFen } from './commission';
import { type OrderLine } from './line';
import { hasPayment, leaderOfOrder, type Order, type OrderWithPayment } from './order';
import { owedOfLine } from './owed';
import { type Refund, sumOf } from './refund';
import { refundableOfLine } from './refunds';

/**
 * What one order adds to the books of its cycle. It does not depend on the status: sums are kept by status, and the books say which of
 * them count. All amounts in fen.
 */
export type Booking = {
  readonly authorisedFen: number;
  readonly capturedFen: number;
  readonly refundedFen: number;
  readonly refundsPendingFen: number;
  readonly toCaptureFen: number;
  /** What its lines and its fee cost its shopper. */
  readonly priceFen: number;
  /** What its leader is to have of it once it is collected. */
  readonly commissionFen: number;
  /** One when cutoff has decided about it. */
  readonly receipts: number;
  /** Lines that do not owe what they say of themselves. */
  readonly mispricedLines: number;
  /** One when the capture is not what was paid less what was never charged. */
  readonly miscaptured: number;
};

export const noBooking: Booking = {
  authorisedFen: 0,
  capturedFen: 0,
  refundedFen: 0,
  refundsPendingFen: 0,
  toCaptureFen: 0,
  priceFen: 0,
  commissionFen: 0,
  receipts: 0,
  mispricedLines: 0,
  miscaptured: 0,
};

/** An order that nobody paid for adds nothing but itself. */
export function bookingOf(order: Order): Booking {
  const receipts = order.receipt ? 1 : 0;
  if (!hasPayment(order)) return { ...noBooking, receipts };
  const leader = leaderOfOrder(order);
  return {
    ...moneyOf(order),
    receipts,
    priceFen: priceOf(order),
    commissionFen: earnsCommission(order, leader) ? expectedCommissionFen(order) : 0,
    mispricedLines: mispriced(order).length,
  };
}

type MoneyPart =
  'authorisedFen' | 'capturedFen' | 'refundedFen' | 'refundsPendingFen' | 'toCaptureFen' | 'miscaptured';

function moneyOf({ facts: { payment }, refunds }: OrderWithPayment): Pick<Booking, MoneyPart> {
  const nothing = { capturedFen: 0, refundedFen: 0, refundsPendingFen: 0, toCaptureFen: 0, miscaptured: 0 };
  const authorisedFen = payment.paidFen;
  if (payment.state === 'released') return { ...nothing, authorisedFen };
  if (payment.state !== 'captured')
    return { ...nothing, authorisedFen, toCaptureFen: payment.paidFen - sumOf(refunds) };
  const notCharged = sumOf(refunds.filter((refund) => refund.status === 'succeeded' && !isReturned(refund)));
  return {
    authorisedFen,
    capturedFen: payment.capturedFen,
    refundedFen: sumOf(refunds.filter(isReturned)),
    refundsPendingFen: sumOf(refunds.filter(({ status }) => status !== 'succeeded')),
    toCaptureFen: 0,
    miscaptured: payment.capturedFen === payment.paidFen - notCharged ? 0 : 1,
  };
}

const isReturned = (refund: Refund): boolean => refund.status === 'succeeded' && refund.way === 'returned';

/** What an order costs its shopper by its lines, and its fee. */
function priceOf(order: Order): number {
  const fee = order.refunds.reduce(
    (left, { deliveryFeeFen }) => left - deliveryFeeFen,
    order.amounts.deliveryFeeFen,
  );
  return order.lines.reduce((sum, line) => sum + owed(order, line), fee);
}

/** Lines whose charge, less what went back of it for whatever reason, is not what they owe by what they say of themselves. */
export const mispriced = (order: Order): OrderLine[] =>
  order.lines.filter((line) => refundableOfLine(order, line.lineId) !== owed(order, line));

/** Before the units of a weight were kept, nobody can say what a part of a weighed line costs: then the refunds are believed. */
function owed(order: Order, line: OrderLine): number {
  const isPart = line.finalWeightGrams !== undefined && line.allocated < line.ordered;
  return isPart && line.weighedUnits === undefined
    ? refundableOfLine(order, line.lineId)
    : owedOfLine(order, line);
}
