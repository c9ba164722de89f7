import { type AccountId, type LineId, type OrderId, type RefundId } from '#shared/contracts/ids';
import { goodsComeAfter, type RefundReason } from '#shared/contracts/events/orders';
import { Refused } from '#shared/kit/domainError';
import { chargeRefund, payerNamed, type PayerWish } from '../../domain/charges';
import { leaveOut } from '../../domain/leaveOut';
import { may, OrderActionNotAllowed } from '../../domain/lifecycle';
import { hasPayment, type Order } from '../../domain/order';
import { type Refund } from '../../domain/refund';
import { addRefund, type Progress, refundableOfLine } from '../../domain/refunds';
import { type OrdersDeps } from '../deps';

export type RefundOrder = {
  readonly orderId: OrderId;
  /** Follows from the operator's idempotency key. */
  readonly refundId: RefundId;
  readonly reason: RefundReason;
  /** Absent: they come, unless the reason says otherwise and all that is left of each line goes back. */
  readonly goods?: 'come' | 'do_not_come' | undefined;
  readonly lines: readonly {
    readonly lineId: LineId;
    readonly fen?: number | undefined;
    readonly units?: number | undefined;
  }[];
  readonly deliveryFeeFen: number;
  /** Who bears it; absent: the platform. */
  readonly payer?: PayerWish | undefined;
  /** Who grants it; absent where a rule does. */
  readonly by?: AccountId | undefined;
};

/**
 * Grants money back on a paid order. Goods that do not come leave the order in the same write (rule 17). Deciding is one write; paying
 * it back is done by whoever looks after the order, and lists that are made already are made anew by whoever closes cycles.
 * @throws {Refused} NOT_FOUND, REFUND_TOO_LARGE, REFUND_TOO_SMALL, PAYER_NOT_NAMED, IDEMPOTENCY_KEY_REUSED
 * @throws {OrderActionNotAllowed} for an unpaid order, and for goods that were handed out and are said not to come
 */
export function refundOrder(
  { orders, now }: Pick<OrdersDeps, 'orders' | 'now'>,
  command: RefundOrder,
): Promise<Order> {
  return orders.change(command.orderId, (order) => {
    const known = order.refunds.find(({ refundId }) => refundId === command.refundId);
    if (known && !isSameWish(known, command)) throw new Refused('IDEMPOTENCY_KEY_REUSED');
    return known ? undefined : granting(order, command, now());
  });
}

/**
 * `order` with the money back that is wished for.
 * @throws as `refundOrder` does
 */
export function granting(
  order: Order,
  command: RefundOrder,
  now: Date,
): Pick<Progress, 'order'> & Partial<Progress> {
  const granted = givingBack(order, command, now);
  const { refundId, by, payer, lines } = command;
  if (!granted.order.refunds.some((refund) => refund.refundId === refundId)) return granted;
  const lineIds = lines.map(({ lineId }) => lineId);
  const charge = payer && { ...payerNamed(order, lineIds, payer), at: now, because: 'staff' as const };
  const named = namedBy(granted.order, refundId, by);
  const next = charge ? chargeRefund(named, refundId, { ...charge, ...(by ? { by } : {}) }) : named;
  return { ...granted, order: { ...next, version: granted.order.version } };
}

const namedBy = (order: Order, refundId: RefundId, by: AccountId | undefined): Order =>
  by === undefined
    ? order
    : {
        ...order,
        refunds: order.refunds.map((refund) => (refund.refundId === refundId ? { ...refund, by } : refund)),
      };

function givingBack(
  order: Order,
  { orderId: _orderId, payer: _payer, by: _by, goods, ...wish }: RefundOrder,
  now: Date,
): Pick<Progress, 'order'> & Partial<Progress> {
  if (!hasPayment(order)) throw new OrderActionNotAllowed('refund', order.status);
  const goodsCome = doGoodsCome(order, { ...wish, goods });
  const reason = reasonFor(wish.reason, goodsCome);
  if (!goodsCome) return leaveOut(order, { ...wish, reason }, now);
  const lines = wish.lines.map(({ lineId, fen = 0 }) => ({ lineId, fen }));
  return { order: addRefund(order, { ...wish, reason, lines }, now) };
}

function doGoodsCome(order: Order, { goods, reason, lines }: Omit<RefundOrder, 'orderId'>): boolean {
  if (goods !== undefined) return goods === 'come' || lines.length === 0;
  const isWhole = lines.every(({ lineId, fen }) => fen === refundableOfLine(order, lineId));
  return goodsComeAfter[reason] || !may('fail', order) || lines.length === 0 || !isWhole;
}

/** The reason says whether the goods come. */
function reasonFor(reason: RefundReason, goodsCome: boolean): RefundReason {
  if (goodsComeAfter[reason] === goodsCome) return reason;
  return goodsCome ? 'granted_by_operator' : 'line_cancelled';
}

const isSameWish = (known: Refund, { reason, goods, lines, deliveryFeeFen, payer }: RefundOrder): boolean =>
  (payer === undefined || known.charges?.[0] === undefined || known.charges[0].payer === payer.payer) &&
  [true, false].some((goodsCome) => known.reason === reasonFor(reason, goodsCome)) &&
  (goods === undefined || goodsComeAfter[known.reason] === (goods === 'come') || lines.length === 0) &&
  known.deliveryFeeFen === deliveryFeeFen &&
  known.lines.every(({ lineId, fen }) =>
    lines.some((line) => line.lineId === lineId && (line.fen ?? fen) === fen),
  ) &&
  lines.every(
    ({ lineId, fen }) => fen === undefined || fen === 0 || known.lines.some((line) => line.lineId === lineId),
  );
