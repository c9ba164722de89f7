import { close } from '../../domain/handover/journey';
import { closed } from '../../domain/orderEvents';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** Closes a collected order when its last claim window has passed. */
export async function closeOrder(deps: OrdersDeps, order: Order): Promise<Order> {
  if (order.status !== 'collected' || order.facts.closesAt > deps.now()) return order;
  return deps.orders.change(
    order.id,
    (now) => {
      if (now.status !== 'collected') return undefined;
      const next = close(now, deps.now());
      return { order: next, events: [closed(next)] };
    },
    order,
  );
}
