import { type OrderId } from '#shared/contracts/ids';
import { entriesDue } from '../../domain/ledger';
import { type OrdersDeps } from '../deps';

type Deps = Pick<OrdersDeps, 'orders' | 'terms' | 'ledger' | 'now'>;

const maxTries = 10;

/**
 * Brings the ledger up to an order that was collected: its commission, less what was refunded since. Each entry is one insert
 * under an id that follows from the line and its number, so that two processes, or a repetition, post nothing twice; what a
 * crash left out is posted when the event comes again.
 */
export async function postCommission(deps: Deps, orderId: OrderId): Promise<void> {
  const { orders, terms, ledger, now } = deps;
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const order = await orders.find(orderId);
    if (order?.status !== 'collected' && order?.status !== 'closed') return;
    const due = entriesDue(order, await ledger.ofOrder(orderId), await terms.rules(order.cityId));
    const { cycleId, cityId } = order;
    if (await ledger.post(due.map((entry) => ({ ...entry, orderId, cycleId, cityId, postedAt: now() }))))
      return;
  }
  throw new Error(`The commission of ${orderId} never stood still`);
}
