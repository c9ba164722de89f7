import { type RefundReason } from '#shared/contracts/events/orders';
import { Refused } from '#shared/kit/domainError';
import { begunPart } from './attempts';
import { assertCan } from './lifecycle';
import { type After, type Before, hasPayment, nextBase, type Order, type OrderBase } from './order';
import { type Payment } from './payment';
import { addRefund, wholeRefund } from './refunds';

/** The money is there and the stock is the order's own. */
export function pay(order: Before<'pay'>, payment: Payment, now: Date): After<'pay'> {
  const base = nextBase(order);
  return {
    ...base,
    attempts: withPaid(base, payment),
    stock: { state: 'allocated', returning: [] },
    status: 'paid',
    paidAt: now,
    payment,
  };
}

/** Nobody can pay it any more: every intent of it was given up before. */
export function expire(order: Before<'expire'>, now: Date): After<'expire'> {
  return {
    ...ended(order, now),
    ...(now >= order.cutoffAt ? { receipt: { outcome: 'not_paid', at: now } } : {}),
    status: 'expired',
    expiredAt: now,
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
  const base = ended(order, now);
  if (!hasPayment(order)) return { ...base, status: 'cancelled', cancelledAt: now };
  const { paidAt, payment } = order;
  const cancelled = { ...base, status: 'cancelled', cancelledAt: now, paidAt, payment } as const;
  return refundWhole(cancelled, 'cancelled_by_shopper', now);
}

/** Nothing can be delivered for money that is there: all of it that has not gone back yet does. */
export function fail(
  order: Exclude<Before<'fail'>, { readonly status: 'awaiting_payment' | 'expired' }>,
  reason: RefundReason,
  now: Date,
): After<'fail'> {
  const { paidAt, payment } = order;
  return failed(ended(order, now), { paidAt, payment, reason }, now);
}

/** Money came in for an unpaid order that can no longer be fulfilled. */
export function failPaid(
  order: Extract<Before<'fail'>, { readonly status: 'awaiting_payment' | 'expired' }>,
  { payment, reason }: { readonly payment: Payment; readonly reason: RefundReason },
  now: Date,
): After<'fail'> {
  const base = ended(order, now);
  return failed({ ...base, attempts: withPaid(base, payment) }, { paidAt: now, payment, reason }, now);
}

function failed(
  base: OrderBase,
  { paidAt, payment, reason }: { paidAt: Date; payment: Payment; reason: RefundReason },
  now: Date,
): After<'fail'> {
  const order: After<'fail'> = {
    ...base,
    ...(now >= base.cutoffAt && base.receipt?.outcome !== 'refunded'
      ? { receipt: { outcome: 'refunded', reason, at: now } }
      : {}),
    status: 'failed',
    paidAt,
    payment,
    failedAt: now,
    failedBecause: reason,
  };
  return refundWhole(order, reason, now);
}

/** The base of an order that ends here: its stock is to be given back. */
const ended = (order: Order, now: Date): OrderBase => ({
  ...nextBase(order),
  stock: order.stock.state === 'returned' ? order.stock : { state: 'to_return', since: now },
});

const withPaid = ({ attempts }: OrderBase, { paymentId, intentId }: Payment) =>
  attempts.map((attempt) =>
    attempt.paymentId === paymentId ? { ...begunPart(attempt), state: 'paid' as const, intentId } : attempt,
  );

/** Adds the refund of everything that is left, within the same version. */
function refundWhole<O extends After<'cancel' | 'fail'>>(order: O, reason: RefundReason, now: Date): O {
  const wish = wholeRefund(order, reason);
  return wish ? { ...addRefund(order, wish, now), version: order.version } : order;
}
