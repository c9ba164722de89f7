import { type LineId, type OrderId, type RefundId } from '#shared/contracts/ids';
import { type RefundReason } from '#shared/contracts/events/orders';
import { Refused } from '#shared/kit/domainError';
import { OrderActionNotAllowed } from '../../domain/lifecycle';
import { hasPayment, type Order } from '../../domain/order';
import { type RefundWish } from '../../domain/refund';
import { addRefund } from '../../domain/refunds';
import { type OrdersDeps } from '../deps';

export type RefundOrder = {
  readonly orderId: OrderId;
  /** Follows from the operator's idempotency key. */
  readonly refundId: RefundId;
  readonly reason: RefundReason;
  readonly lines: readonly { readonly lineId: LineId; readonly fen: number }[];
  readonly deliveryFeeFen: number;
};

/**
 * Grants money back on a paid order. Deciding is one write; paying it back is done by whoever looks after the order.
 * @throws {Refused} NOT_FOUND, REFUND_TOO_LARGE, IDEMPOTENCY_KEY_REUSED @throws {OrderActionNotAllowed} for an unpaid order.
 */
export function refundOrder({ orders, now }: OrdersDeps, command: RefundOrder): Promise<Order> {
  const { orderId, ...wish } = command;
  return orders.change(orderId, (order) => {
    if (!hasPayment(order)) throw new OrderActionNotAllowed('refund', order.status);
    const known = order.refunds.find(({ refundId }) => refundId === wish.refundId);
    if (known && !isSameWish(known, wish)) throw new Refused('IDEMPOTENCY_KEY_REUSED');
    return known ? undefined : { order: addRefund(order, wish, now()) };
  });
}

const isSameWish = (a: RefundWish, b: RefundWish): boolean =>
  a.reason === b.reason &&
  a.deliveryFeeFen === b.deliveryFeeFen &&
  a.lines.length === b.lines.length &&
  a.lines.every(({ lineId, fen }, at) => lineId === b.lines[at]?.lineId && fen === b.lines[at].fen);
