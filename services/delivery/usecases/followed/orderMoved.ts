import { type EventData, type EventType } from '#shared/contracts/events';
import { type OrderStatus } from '#shared/contracts/events/orders';
import { type DeliveryDeps } from '../deps';
import { audiences } from '../live/broadcast';
import { makeCode } from '../pickup/makeCode';
import { orderEnded, orderReady } from '../pickup/orderReady';

/** The status that an order has after each event about it. */
const statusAfter = {
  'orders.paid.v1': 'paid',
  'orders.expired.v1': 'expired',
  'orders.cancelled.v1': 'cancelled',
  'orders.failed.v1': 'failed',
  'orders.consolidated.v1': 'consolidated',
  'orders.in_transit.v1': 'in_transit',
  'orders.ready.v1': 'ready',
  'orders.collected.v1': 'collected',
  'orders.closed.v1': 'closed',
} as const satisfies Partial<Record<EventType, OrderStatus>>;

export type OrderEventType = keyof typeof statusAfter;
type About = EventData<'orders.expired.v1'>;

/** Keeps the newest state of an order, which it reached at `changedAt`, and tells those who follow it. */
export async function orderMoved(
  { store, broadcast, now }: DeliveryDeps,
  type: OrderEventType,
  order: About,
  changedAt: Date,
): Promise<void> {
  const status = statusAfter[type];
  const { orderId, accountId, cityId, cycleId, pickupPointId, groupOrderId, version } = order;
  const placedAt = new Date(order.placedAt);
  await store.followed.putOrder({
    _id: orderId,
    ...{ accountId, cityId, cycleId, pickupPointId, groupOrderId, version, status },
    changedAt,
    timeline: [
      { status: 'awaiting_payment', at: placedAt },
      { status, at: changedAt },
    ],
    touchedAt: now(),
  });
  broadcast.send([audiences.order(orderId), audiences.pickupPoint(pickupPointId)], 'order_changed', {
    ...{ orderId, version, status },
    changedAt: changedAt.toISOString(),
  });
}

/** A neighbour bought: tells the neighbourhood the first thing in the basket, and nothing that names the person. */
export async function neighbourOrdered(
  { store, broadcast }: DeliveryDeps,
  eventId: string,
  { pickupPointId, initial, lines }: EventData<'orders.paid.v1'>,
  at: Date,
): Promise<void> {
  const [line] = lines;
  if (!line) return;
  const { title, quantity } = line;
  const neighbour = { initial, title, quantity, at };
  if (!(await store.followed.addNeighbour({ pickupPointId, eventId, neighbour }))) return;
  // Not volatile: of several at the same moment only the first would get through.
  broadcast.send([audiences.neighbourhood(pickupPointId)], 'neighbour_ordered', {
    ...{ pickupPointId, initial, title, quantity },
    at: at.toISOString(),
  });
}

/** What an event means for the order's pickup code. */
export async function codeFollows(
  deps: DeliveryDeps,
  type: OrderEventType,
  order: About,
  changedAt: Date,
): Promise<void> {
  switch (type) {
    case 'orders.consolidated.v1':
      await makeCode(deps, { ...order, _id: order.orderId });
      return;
    case 'orders.ready.v1':
      await orderReady(deps, order, changedAt);
      return;
    case 'orders.expired.v1':
    case 'orders.cancelled.v1':
    case 'orders.failed.v1':
    case 'orders.collected.v1':
    case 'orders.closed.v1':
      await orderEnded(deps, order.orderId);
      return;
    case 'orders.paid.v1':
    case 'orders.in_transit.v1':
      return;
  }
}
