import { type OrderId } from '#shared/contracts/ids';
import { endedStatuses, may, mayStill } from '../../domain/lifecycle';
import { type Before, type Order } from '../../domain/order';
import { type Decision } from '../../storage/orderStore';
import { type OrdersDeps } from '../deps';

/** Trying again helps: what must have happened before is still on its way here. */
class TooEarly extends Error {
  override readonly name = 'TooEarly';
}

/**
 * Decides about an order that waits to be collected. One of which nothing more comes, as it was collected or ended, stays as it is.
 * @param known the order, when it was read before
 */
export async function whenReady(
  { orders, log }: Pick<OrdersDeps, 'orders' | 'log'>,
  orderId: OrderId,
  decide: (order: Before<'collect'>) => Decision,
  known?: Order,
): Promise<void> {
  const decideWhenReady = (order: Order) => {
    const { status } = order;
    if (endedStatuses.includes(status))
      log.warn({ orderId, status }, 'delivery tells of an order that has ended');
    if (!mayStill('collect', status)) return undefined;
    if (!may('collect', order)) throw new TooEarly(`Order ${orderId} is still ${status}`);
    return decide(order);
  };
  await orders.change(orderId, decideWhenReady, known);
}
