import { cny } from '#shared/contracts/money';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type Order } from '../domain/order';
import { sumOf } from '../domain/refund';

/** What a card of an order and the whole order both say at `now`. */
export const presentOrderHead = (order: Order, now: Date) => ({
  orderId: order.id,
  version: order.version,
  status: order.status,
  accountId: order.accountId,
  cityId: order.cityId,
  cycleId: order.cycleId,
  pickupPointId: order.pickupPointId,
  fulfilment: order.fulfilment.kind,
  refunded: cny(sumOf(order.refunds)),
  placedAt: order.placedAt.toISOString(),
  ...(order.status === 'awaiting_payment' ? { payBefore: order.facts.payBefore.toISOString() } : {}),
  pickupDate: order.pickupDate,
  ...(order.status === 'failed' ? { failedBecause: order.facts.failedBecause } : {}),
  actions: actionsOf(order, now),
});

/** What its shopper may do with an order at `now`. */
function actionsOf(order: Order, now: Date): OrderView['actions'] {
  const open = now < order.cutoffAt;
  const awaiting = order.status === 'awaiting_payment';
  return [
    ...(awaiting && open && now < order.facts.payBefore ? (['pay'] as const) : []),
    ...((awaiting || order.status === 'paid') && open ? (['cancel'] as const) : []),
    'reorder',
  ];
}
