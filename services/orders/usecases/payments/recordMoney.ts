import { type RefundReason } from '#shared/contracts/events/orders';
import { DomainError } from '#shared/kit/domainError';
import { attemptFor } from '../../domain/attempts';
import { finishCapture } from '../../domain/capture';
import { failPaid, pay } from '../../domain/endings';
import { failed, paid } from '../../domain/orderEvents';
import { hasPayment, type Order } from '../../domain/order';
import { type Intent, isOf, type Payment, type PaymentAttempt } from '../../domain/payment';
import { type Decision } from '../../storage/orderStore';
import { type OrdersDeps } from '../deps';

/**
 * Money of the shopper is reserved or taken. In time and with stock, the order is paid; otherwise all of it goes back.
 *
 * After a crash: the stock may be confirmed and the order not yet paid: the webhook, the sweeper or a poll comes here again,
 * and confirming is idempotent. Where the order ended meanwhile, its stock is given back twice (see `attention`).
 */
export async function recordMoney(deps: OrdersDeps, order: Order, intent: Intent): Promise<Order> {
  if (hasPayment(order) && isOf(order.facts.payment, intent)) return recordProgress(deps, order, intent);
  const attempt = attemptFor(order, intent);
  // Not the amount that was asked for, or nothing that this order waits for: it cannot pay the order.
  if (!attempt || !paymentFor(order, intent, deps.now())) {
    deps.log.warn({ orderId: order.id, intentId: intent.intentId }, 'money that pays no order is returned');
    await deps.payments.of(intent.provider).returnStray(intent);
    return order;
  }
  const owesHandover = deps.payments.of(intent.provider).handover?.isOwed(attempt.wish) ?? false;
  const refusal = whyTooLate(order, attempt, deps.now()) ?? (await stockRefusal(deps, order));
  const after = await deps.orders.change(
    order.id,
    (now) => decide(now, { intent, refusal, owesHandover, at: deps.now() }),
    order,
  );
  return hasPayment(after) && isOf(after.facts.payment, intent) ? after : recordMoney(deps, after, intent);
}

type Money = {
  readonly intent: Intent;
  readonly refusal: RefundReason | undefined;
  readonly owesHandover: boolean;
  readonly at: Date;
};

/** Undefined when the order changed so that it must be looked at anew. */
function decide(order: Order, { intent, refusal, owesHandover, at }: Money): Decision | undefined {
  const payment = paymentFor(order, intent, at);
  if (!payment || (order.status !== 'awaiting_payment' && order.status !== 'expired')) return undefined;
  if (order.status === 'awaiting_payment' && refusal === undefined && order.receipt === undefined) {
    const next = pay(order, owesHandover ? { ...payment, handover: 'owed' } : payment, at);
    return { order: next, events: [paid(next)] };
  }
  const next = failPaid(order, { payment, reason: refusal ?? 'paid_too_late' }, at);
  return { order: next, events: [failed(next)] };
}

/** The payment that the money of `intent` is for `order`; undefined when it is none. */
function paymentFor(order: Order, intent: Intent, now: Date): Payment | undefined {
  const attempt = attemptFor(order, intent);
  const isPayable = order.status === 'awaiting_payment' || order.status === 'expired';
  if (!attempt || !isPayable || intent.amountFen !== order.amounts.totalFen) return undefined;
  return paymentOf(attempt, intent, now);
}

/** An attempt that is being given up takes no money any more, unless it cannot be given up (see `giveUpAttempt`). */
function paymentOf(attempt: PaymentAttempt, intent: Intent, now: Date): Payment | undefined {
  const { intentId, outcome, amountFen } = intent;
  const paidPart = {
    paymentId: attempt.paymentId,
    provider: attempt.provider,
    method: attempt.wish.method,
    intentId,
    paidFen: amountFen,
  };
  if (outcome.kind === 'captured')
    return { ...paidPart, state: 'captured', capturedFen: outcome.fen, capturedAt: now };
  if (outcome.kind === 'authorised' && attempt.state !== 'giving_up' && attempt.state !== 'given_up')
    return { ...paidPart, state: 'authorised' };
  return undefined;
}

function whyTooLate(order: Order, attempt: PaymentAttempt, now: Date): RefundReason | undefined {
  const tooLate =
    order.status === 'expired' ||
    order.receipt !== undefined ||
    now >= order.graceUntil ||
    attempt.begunAt >= order.cutoffAt;
  return tooLate ? 'paid_too_late' : undefined;
}

/** Makes the stock the order's own, taking it again where the hold ran out. */
async function stockRefusal({ catalog }: OrdersDeps, { id }: Order): Promise<RefundReason | undefined> {
  try {
    await catalog.confirmReservation({ params: { orderId: id } });
    return undefined;
  } catch (error) {
    if (error instanceof DomainError && noStockCodes.has(error.code)) return 'out_of_stock_after_payment';
    throw error;
  }
}

const noStockCodes = new Set([
  'OUT_OF_STOCK',
  'LIMIT_EXCEEDED',
  'NOT_FOUND',
  'OFFER_NOT_ON_SALE',
  'CYCLE_CLOSED',
  'RESERVATION_ENDED',
]);

/** The payment of the order moved on: a capture that was under way when this process, or another, died. */
async function recordProgress(deps: OrdersDeps, order: Order, { outcome }: Intent): Promise<Order> {
  if (outcome.kind !== 'captured') return order;
  return deps.orders.change(
    order.id,
    (now) => {
      if (!hasPayment(now) || now.facts.payment.state !== 'capturing') return undefined;
      const next = finishCapture(now, { kind: 'captured', fen: outcome.fen }, deps.now());
      return next && { order: next };
    },
    order,
  );
}
