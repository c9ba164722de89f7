import { isRefusal } from '#shared/kit/client/remoteProblem';
import { secondReturnMs } from '../../domain/attention';
import { amend, type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/**
 * Gives back to the catalogue what the order no longer needs: everything when it ended, or single lines. The catalogue takes
 * a repetition for the same; after a crash the sweeper repeats it.
 */
export async function returnStock(deps: OrdersDeps, order: Order): Promise<Order> {
  switch (order.stock.state) {
    case 'held':
    case 'returned':
      return order;
    case 'to_return':
      return returnAll(deps, order, order.stock.since);
    case 'allocated':
      return order.stock.returning.length === 0 ? order : returnLines(deps, order, order.stock.returning);
  }
}

async function returnAll(deps: OrdersDeps, order: Order, since: Date): Promise<Order> {
  await deps.catalog.releaseReservation({ params: { orderId: order.id } });
  const confirmMayBeUnderWay =
    order.attempts.length > 0 && deps.now().getTime() - since.getTime() < secondReturnMs;
  return deps.orders.change(
    order.id,
    (now) =>
      now.stock.state === 'to_return' && !confirmMayBeUnderWay
        ? { order: amend(now, { stock: { state: 'returned' } }) }
        : undefined,
    order,
  );
}

async function returnLines(
  deps: OrdersDeps,
  order: Order,
  lineIds: Extract<Order['stock'], { state: 'allocated' }>['returning'],
): Promise<Order> {
  try {
    await deps.catalog.returnLines({ params: { orderId: order.id }, body: { lineIds: [...lineIds] } });
  } catch (error) {
    if (!isRefusal(error, 'RESERVATION_ENDED')) throw error;
  }
  return deps.orders.change(
    order.id,
    ({ stock, ...now }) => {
      if (stock.state !== 'allocated') return undefined;
      const returning = stock.returning.filter((lineId) => !lineIds.includes(lineId));
      if (returning.length === stock.returning.length) return undefined;
      return { order: amend({ ...now, stock }, { stock: { state: 'allocated', returning } }) };
    },
    order,
  );
}
