import { close } from '../../domain/handover/journey';
import { closed } from '../../domain/orderEvents';
import { type Order } from '../../domain/order';
import { closesFrom } from '../../domain/claims/waiting';
import { type OrdersDeps } from '../deps';

/** Closes a collected order when its last claim window has passed, no claim waits and none can be appealed. */
export async function closeOrder(deps: OrdersDeps, order: Order): Promise<Order> {
  if (!mayClose(order, deps.now())) return order;
  return deps.orders.change(
    order.id,
    (now) => {
      if (now.status !== 'collected' || !mayClose(now, deps.now())) return undefined;
      const next = close(now, deps.now());
      return { order: next, events: [closed(next)] };
    },
    order,
  );
}

function mayClose(order: Order, now: Date): boolean {
  if (order.status !== 'collected') return false;
  const from = closesFrom(order, order.facts.closesAt);
  return from !== undefined && from <= now;
}
