import { type RefundReason } from '#shared/contracts/events/orders';
import { type LineId, type RefundId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { refunded, refundFailed, type OrderEvent } from './orderEvents';
import { amend, type Order, type OrderWithPayment } from './order';
import { type Refund, type RefundWish, sumOf, wishPart } from './refund';

/** What can still go back of a line, in fen. */
export function refundableOfLine(
  { lines, refunds }: Pick<Order, 'lines' | 'refunds'>,
  lineId: LineId,
): number {
  const charged = lines.find((line) => line.lineId === lineId)?.price.chargedFen ?? 0;
  return charged - refundedOfLine({ refunds }, lineId);
}

/** What went back of a line, or is on its way, in fen. */
export const refundedOfLine = (
  { refunds }: { readonly refunds: readonly Pick<RefundWish, 'lines'>[] },
  lineId: LineId,
): number => sumOf(refunds.flatMap(({ lines }) => lines.filter((line) => line.lineId === lineId)));

/** What can still go back of the delivery fee, in fen. */
export const refundableFee = ({ amounts, refunds }: Order): number =>
  amounts.deliveryFeeFen - refunds.reduce((sum, { deliveryFeeFen }) => sum + deliveryFeeFen, 0);

/** The wish that returns everything which has not been returned; undefined when nothing is left. */
export function wholeRefund(order: Order, reason: RefundReason): RefundWish | undefined {
  const lines = order.lines
    .map(({ lineId }) => ({ lineId, fen: refundableOfLine(order, lineId) }))
    .filter(({ fen }) => fen > 0);
  const deliveryFeeFen = refundableFee(order);
  if (lines.length === 0 && deliveryFeeFen === 0) return undefined;
  return { refundId: refundIdOf(order, 'whole'), reason, lines, deliveryFeeFen };
}

/** The id of the refund of `order` for one cause (`tier:off_1`): the same cause is refunded once. */
export const refundIdOf = ({ id }: Pick<Order, 'id'>, cause: string): RefundWish['refundId'] =>
  derivedId('ref', id, cause);

/**
 * Decides a refund: it is due from now on. A refund that was decided before changes nothing.
 * @throws {Refused} NOT_FOUND for a line that is not of the order, REFUND_TOO_LARGE when a line, or the fee, would get back more
 * than was paid for it.
 */
export function addRefund<O extends OrderWithPayment | Order>(order: O, wish: RefundWish, now: Date): O {
  if (order.refunds.some(({ refundId }) => refundId === wish.refundId)) return order;
  for (const { lineId } of wish.lines) {
    if (!order.lines.some((line) => line.lineId === lineId))
      throw new Refused('NOT_FOUND', `The order has no line ${lineId}`);
    if (refundedOfLine({ refunds: [wish] }, lineId) > refundableOfLine(order, lineId))
      throw new Refused('REFUND_TOO_LARGE');
  }
  if (wish.deliveryFeeFen > refundableFee(order)) throw new Refused('REFUND_TOO_LARGE');
  const fen = sumOf(wish.lines) + wish.deliveryFeeFen;
  if (fen === 0) return order;
  const refund: Refund = { ...wish, fen, decidedAt: now, attempt: 1, status: 'due' };
  return amend(order, { refunds: [...order.refunds, refund] });
}

export type Progress = { readonly order: Order; readonly events: readonly OrderEvent[] };

/** `order` with its refund `refundId` moved on by `change`; undefined when that is known already. */
export function updateRefund(
  order: Order,
  refundId: RefundId | undefined,
  change: (refund: Refund) => Refund,
): Progress | undefined {
  const before = order.refunds.find((refund) => refund.refundId === refundId);
  if (!before) return undefined;
  const after = change(before);
  if (after.status === before.status && after.attempt === before.attempt) return undefined;
  const next = amend(order, {
    refunds: order.refunds.map((refund) => (refund === before ? after : refund)),
  });
  return { order: next, events: eventsOf(next, before, after) };
}

/** A refund is announced when the provider took it on, once, and again when it failed. */
function eventsOf(order: Order, before: Refund, after: Refund): OrderEvent[] {
  const wasAccepted = before.status === 'pending' || before.status === 'succeeded';
  if (after.status === 'failed') return [refundFailed(order, after)];
  if ((after.status === 'pending' || after.status === 'succeeded') && !wasAccepted)
    return [refunded(order, after)];
  return [];
}

/** All due refunds as ended without a payment: the capture takes less by them. Undefined when none is due. */
export function endUncharged(order: OrderWithPayment, now: Date): Progress | undefined {
  const due = order.refunds.filter(({ status }) => status === 'due');
  if (due.length === 0) return undefined;
  const refunds = order.refunds.map((refund): Refund =>
    due.includes(refund)
      ? { ...wishPart(refund), status: 'succeeded', way: 'not_charged', settledAt: now }
      : refund,
  );
  const next = amend(order, { refunds });
  return { order: next, events: due.map((refund) => refunded(next, refund)) };
}
