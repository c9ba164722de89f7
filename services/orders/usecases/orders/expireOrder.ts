import { openAttempt } from '../../domain/attempts';
import { expire } from '../../domain/endings';
import { expired } from '../../domain/orderEvents';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { giveUpAttempt } from '../payments/giveUpAttempt';
import { followAttempt } from '../payments/followAttempt';

/**
 * Ends an order that nobody paid in time. Its intent is given up first: money that came in after all pays the order, or goes
 * back. After a crash the sweeper begins again.
 * @param at the time to pay is over at this moment; an order that may still be paid stays.
 */
export async function expireOrder(deps: OrdersDeps, order: Order, at: Date): Promise<Order> {
  if (order.status !== 'awaiting_payment' || order.facts.payBefore > at) return order;
  const attempt = openAttempt(order);
  const unpaid = attempt ? await giveUpAttempt(deps, order, attempt) : order;
  return deps.orders.change(
    order.id,
    (now) => {
      if (now.status !== 'awaiting_payment' || now.facts.payBefore > at || openAttempt(now)) return undefined;
      const next = expire(now, at);
      return { order: next, events: [expired(next)] };
    },
    unpaid,
  );
}

/** An unpaid order whose webhook may have got lost: asks the provider, and ends the order when its time is over. */
export async function lookAfterUnpaid(deps: OrdersDeps, order: Order): Promise<Order> {
  const now = deps.now();
  const attempt = openAttempt(order);
  if (order.status !== 'awaiting_payment') return order;
  if (order.facts.payBefore <= now) return expireOrder(deps, order, now);
  if (!attempt) return order;
  return attempt.state === 'giving_up'
    ? giveUpAttempt(deps, order, attempt)
    : followAttempt(deps, order, attempt);
}
