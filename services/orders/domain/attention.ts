import { attemptBesides, attemptsToEnd, openAttempt } from './attempts';
import { closesFrom } from './claims/waiting';
import { owesHandover } from './handover/tell';
import { hasPayment, type Order } from './order';
import { earlier } from './place';
import { needsWeight } from './weighing';

/** What is done at once is done by the process that decided it; another takes over when that did not happen. */
const takeOverMs = 3_000;
/**
 * A confirmation that was under way when the order ended may have taken the stock after it was given back: it is given back
 * once more when no call can be under way any more.
 */
export const secondReturnMs = 60_000;

/** Pauses between looks at a refund that the provider is working on: they grow from the first to the last. */
const firstRefundLookMs = 60_000;
const lastRefundLookMs = 3_600_000;

/** A card's authorisation lapses after about seven days: before that it is taken with what is known. */
const captureWithinMs = 6 * 24 * 3_600_000;

/** Whether what the order costs in the end is known, and nobody has taken it yet. */
const readyToCapture = (order: Order): boolean =>
  hasPayment(order) &&
  order.facts.payment.state === 'authorised' &&
  order.receipt?.outcome === 'consolidated' &&
  !order.lines.some((line) => needsWeight(order, line));

/** Whether an authorised payment is to be captured now: its amount is final, or it would lapse. */
export const isCaptureDue = (order: Order, now: Date): boolean =>
  readyToCapture(order) ||
  (hasPayment(order) &&
    order.facts.payment.state === 'authorised' &&
    now >= after(order.facts.paidAt, captureWithinMs));

/** Whether something was just decided that is to be done at once. */
export const isUrgent = (order: Order): boolean =>
  order.stock.state === 'to_return' ||
  (order.stock.state === 'allocated' && order.stock.returning.length > 0) ||
  order.refunds.some(({ status }) => status === 'due') ||
  attemptBesides(order) !== undefined ||
  readyToCapture(order);

/** When somebody must look at the order again, if nothing else happens before: found by query, so that no work is lost. */
export function attentionAt(order: Order, now: Date): Date | undefined {
  const times = [
    paymentTime(order, now),
    ...attemptsToEnd(order, now).map(({ from }) => (from > now ? from : after(now, takeOverMs))),
    captureTime(order, now),
    stockTime(order, now),
    refundTime(order, now),
    owesHandover(order) ? after(now, takeOverMs) : undefined,
    order.status === 'collected' ? closesFrom(order, order.facts.closesAt) : undefined,
  ];
  return times.reduce<Date | undefined>(
    (first, time) => (time === undefined ? first : first === undefined ? time : earlier(first, time)),
    undefined,
  );
}

function paymentTime(order: Order, now: Date): Date | undefined {
  if (order.status !== 'awaiting_payment') return undefined;
  const attempt = openAttempt(order);
  // A webhook that never comes is made good by looking, the less often the longer it takes.
  if (!attempt) return order.facts.payBefore;
  const look = after(now, clamp((now.getTime() - attempt.begunAt.getTime()) / 2, 20_000, 300_000));
  return order.facts.payBefore > now ? earlier(look, order.facts.payBefore) : after(now, takeOverMs);
}

function captureTime(order: Order, now: Date): Date | undefined {
  if (!hasPayment(order)) return undefined;
  const { state } = order.facts.payment;
  if (state === 'capturing' || isCaptureDue(order, now)) return after(now, takeOverMs);
  return state === 'authorised' ? after(order.facts.paidAt, captureWithinMs) : undefined;
}

function stockTime({ stock }: Order, now: Date): Date | undefined {
  switch (stock.state) {
    case 'to_return':
      return now.getTime() - stock.since.getTime() < takeOverMs
        ? after(now, takeOverMs)
        : after(stock.since, secondReturnMs);
    case 'allocated':
      return stock.returning.length > 0 ? after(now, takeOverMs) : undefined;
    case 'held':
    case 'returned':
      return undefined;
  }
}

function refundTime({ refunds }: Order, now: Date): Date | undefined {
  const statuses = new Set(refunds.map(({ status }) => status));
  if (statuses.has('due') || statuses.has('requested')) return after(now, takeOverMs);
  // A wallet takes seconds to days. The webhook that tells may never come, so that it is looked for: the less often the longer it takes.
  const pending = refunds.flatMap((refund) => (refund.status === 'pending' ? [refund.requestedAt] : []));
  if (pending.length === 0) return undefined;
  const waitedMs = now.getTime() - Math.max(...pending.map((at) => at.getTime()));
  return after(now, clamp(waitedMs / 2, firstRefundLookMs, lastRefundLookMs));
}

const after = (time: Date, ms: number): Date => new Date(time.getTime() + ms);
const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);
