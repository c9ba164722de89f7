import { type OrderStatus } from '#shared/contracts/events/orders';
import { cny } from '#shared/contracts/money';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type OrderLine } from '../domain/line';
import { type Order } from '../domain/order';
import { type Amounts } from '../domain/pricing';
import { type Refund, sumOf } from '../domain/refund';
import { presentLine } from './presentLine';
import { presentPayment } from './presentPayment';

/** An order as its shopper (or an operator) sees it at `now`. */
export function presentOrder(order: Order, now: Date): OrderView {
  const { fulfilment, onBehalfOf, note, receipt } = order;
  return {
    orderId: order.id,
    version: order.version,
    status: order.status,
    accountId: order.accountId,
    cityId: order.cityId,
    cycleId: order.cycleId,
    pickupPointId: order.pickupPointId,
    groupOrderId: order.groupOrderId,
    fulfilment: fulfilment.kind,
    ...(fulfilment.kind === 'door' ? { address: fulfilment.address } : {}),
    recipient: order.recipient,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(note === undefined ? {} : { note }),
    lines: order.lines.map((line: OrderLine) => presentLine(line, order)),
    amounts: presentAmounts(order.amounts),
    refunded: cny(sumOf(order.refunds)),
    payment: presentPayment(order),
    refunds: order.refunds.map(presentRefund),
    placedAt: order.placedAt.toISOString(),
    ...(order.status === 'awaiting_payment' ? { payBefore: order.payBefore.toISOString() } : {}),
    cutoffAt: order.cutoffAt.toISOString(),
    pickupDate: order.pickupDate,
    ...(order.status === 'failed' ? { failedBecause: order.failedBecause } : {}),
    ...(receipt ? { receipt: { ...receipt, at: receipt.at.toISOString() } } : {}),
    timeline: timelineOf(order),
    actions: actionsOf(order, now),
  };
}

export const presentAmounts = (amounts: Amounts): OrderView['amounts'] => ({
  goods: cny(amounts.goodsFen),
  deliveryFee: cny(amounts.deliveryFeeFen),
  discount: cny(amounts.discountFen),
  estimatedTotal: cny(amounts.estimatedTotalFen),
  total: cny(amounts.totalFen),
});

function presentRefund(refund: Refund): OrderView['refunds'][number] {
  return {
    refundId: refund.refundId,
    amount: cny(refund.fen),
    deliveryFee: cny(refund.deliveryFeeFen),
    reason: refund.reason,
    status: refund.status,
    ...(refund.status === 'succeeded' ? { way: refund.way, settledAt: refund.settledAt.toISOString() } : {}),
    lines: refund.lines.map(({ lineId, fen }) => ({ lineId, amount: cny(fen) })),
    decidedAt: refund.decidedAt.toISOString(),
  };
}

/** When an order reached each status it has been in; the order of this table is the order of life. */
const reachedAt: Partial<Record<OrderStatus, string>> = {
  paid: 'paidAt',
  consolidated: 'consolidatedAt',
  in_transit: 'departedAt',
  ready: 'readyAt',
  collected: 'collectedAt',
  closed: 'closedAt',
  expired: 'expiredAt',
  cancelled: 'cancelledAt',
  failed: 'failedAt',
};

function timelineOf(order: Order): OrderView['timeline'] {
  const facts = order as unknown as Readonly<Record<string, unknown>>;
  const reached = Object.entries(reachedAt).flatMap(([status, fact]) => {
    const at = facts[fact];
    return at instanceof Date ? [{ status: status as OrderStatus, at: at.toISOString() }] : [];
  });
  return [{ status: 'awaiting_payment', at: order.placedAt.toISOString() }, ...reached];
}

/** What its shopper may do with an order at `now`. */
export function actionsOf(order: Order, now: Date): OrderView['actions'] {
  const open = now < order.cutoffAt;
  const awaiting = order.status === 'awaiting_payment';
  return [
    ...(awaiting && open && now < order.payBefore ? (['pay'] as const) : []),
    ...((awaiting || order.status === 'paid') && open ? (['cancel'] as const) : []),
    'reorder',
  ];
}
