import { type OrderStatus } from '#shared/contracts/events/orders';
import { cny } from '#shared/contracts/money';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type OrderLine } from '../domain/line';
import { doorOf, type factNames, type Order } from '../domain/order';
import { type Amounts } from '../domain/pricing';
import { type Refund } from '../domain/refund';
import { presentOrderHead } from './presentOrderHead';
import { presentLine } from './presentLine';
import { presentPayment } from './presentPayment';

/** An order as its shopper sees it at `now`; staff also read who granted money back and who bears it. */
export function presentOrder(order: Order, now: Date, reader: 'shopper' | 'staff' = 'shopper'): OrderView {
  const { onBehalfOf, note, receipt } = order;
  return {
    ...presentOrderHead(order, now),
    groupOrderId: order.groupOrderId,
    ...doorOf(order),
    recipient: order.recipient,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(note === undefined ? {} : { note }),
    lines: order.lines.map((line: OrderLine) => presentLine(line, order)),
    amounts: presentAmounts(order.amounts),
    payment: presentPayment(order),
    refunds: order.refunds.map((refund) => ({
      ...presentRefund(refund),
      ...(reader === 'staff' ? presentPayers(refund) : {}),
    })),
    cutoffAt: order.cutoffAt.toISOString(),
    ...(receipt ? { receipt: { ...receipt, at: receipt.at.toISOString() } } : {}),
    timeline: timelineOf(order),
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

const presentPayers = ({
  by,
  charges,
}: Refund): Pick<OrderView['refunds'][number], 'grantedBy' | 'charges'> => ({
  ...(by === undefined ? {} : { grantedBy: by }),
  ...(charges === undefined
    ? {}
    : {
        charges: charges.map(({ fen, at, ...charge }) => ({
          ...charge,
          amount: cny(fen),
          at: at.toISOString(),
        })),
      }),
});

/** The fact that tells when an order reached a status; the order of this table is the order of life. */
const reachedAt: Partial<Record<OrderStatus, keyof typeof factNames>> = {
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
  const facts: Readonly<Partial<Record<keyof typeof factNames, unknown>>> = order.facts;
  const reached = Object.entries(reachedAt).flatMap(([status, fact]) => {
    const at = facts[fact];
    return at instanceof Date ? [{ status: status as OrderStatus, at: at.toISOString() }] : [];
  });
  return [{ status: 'awaiting_payment', at: order.placedAt.toISOString() }, ...reached];
}
