import { type RefundReason } from '#shared/contracts/events/orders';
import { Refused } from '#shared/kit/domainError';
import { begunPart } from './attempts';
import { assertCan } from './lifecycle';
import { type After, type Before, enter, hasPayment, type Order } from './order';
import { type Payment } from './payment';
import { addRefund, wholeRefund } from './refunds';

/** The money is there and the stock is the order's own. */
export function pay(order: Before<'pay'>, payment: Payment, now: Date): After<'pay'> {
  return {
    ...enter('pay', order, { paidAt: now, payment }),
    attempts: withPaid(order, payment),
    stock: { state: 'allocated', returning: [] },
  };
}

/** Nobody can pay it any more: every intent of it was given up before. */
export function expire(order: Before<'expire'>, now: Date): After<'expire'> {
  return {
    ...enter('expire', order, { expiredAt: now }),
    ...freed(order, now),
    ...(now >= order.cutoffAt ? { receipt: { outcome: 'not_paid', at: now } } : {}),
  };
}

/**
 * The shopper cancels before cutoff; what was paid goes back in whole.
 * @throws {OrderActionNotAllowed}
 * @throws {Refused} CYCLE_CLOSED
 */
export function cancel(order: Order, now: Date): After<'cancel'> {
  assertCan('cancel', order);
  if (now >= order.cutoffAt) throw new Refused('CYCLE_CLOSED');
  const paid = hasPayment(order) ? { paidAt: order.facts.paidAt, payment: order.facts.payment } : {};
  const cancelled = { ...enter('cancel', order, { cancelledAt: now, ...paid }), ...freed(order, now) };
  return hasPayment(cancelled) ? refundWhole(cancelled, 'cancelled_by_shopper', now) : cancelled;
}

/** Nothing can be delivered for money that is there: all of it that has not gone back yet does. */
export function fail(
  order: Exclude<Before<'fail'>, { readonly status: 'awaiting_payment' | 'expired' }>,
  reason: RefundReason,
  now: Date,
): After<'fail'> {
  const { paidAt, payment } = order.facts;
  return failed(order, { paidAt, payment, failedAt: now, failedBecause: reason });
}

/** Money came in for an unpaid order that can no longer be fulfilled. */
export function failPaid(
  order: Extract<Before<'fail'>, { readonly status: 'awaiting_payment' | 'expired' }>,
  { payment, reason }: { readonly payment: Payment; readonly reason: RefundReason },
  now: Date,
): After<'fail'> {
  const facts = { paidAt: now, payment, failedAt: now, failedBecause: reason };
  return failed({ ...order, attempts: withPaid(order, payment) }, facts);
}

function failed(before: Before<'fail'>, facts: After<'fail'>['facts']): After<'fail'> {
  const { failedAt: at, failedBecause: reason } = facts;
  const order: After<'fail'> = {
    ...enter('fail', before, facts),
    ...freed(before, at),
    ...(at >= before.cutoffAt && before.receipt?.outcome !== 'refunded'
      ? { receipt: { outcome: 'refunded', reason, at } }
      : {}),
  };
  return refundWhole(order, reason, at);
}

/** The stock of an order that ends is to be given back. */
const freed = ({ stock }: Order, now: Date): Pick<Order, 'stock'> => ({
  stock: stock.state === 'returned' ? stock : { state: 'to_return', since: now },
});

const withPaid = ({ attempts }: Order, { paymentId, intentId }: Payment) =>
  attempts.map((attempt) =>
    attempt.paymentId === paymentId ? { ...begunPart(attempt), state: 'paid' as const, intentId } : attempt,
  );

/** Adds the refund of everything that is left, within the same version. */
function refundWhole<O extends After<'cancel' | 'fail'>>(order: O, reason: RefundReason, now: Date): O {
  const wish = wholeRefund(order, reason);
  return wish ? { ...addRefund(order, wish, now), version: order.version } : order;
}
