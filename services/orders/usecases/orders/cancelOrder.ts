import { type OrderId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { openAttempt } from '../../domain/attempts';
import { cancel } from '../../domain/endings';
import { cancelled } from '../../domain/orderEvents';
import { assertCan } from '../../domain/lifecycle';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { giveUpAttempt } from '../payments/giveUpAttempt';
import { ownOrder } from './ownOrder';

/**
 * The shopper cancels before cutoff. An unpaid order first gives up its intent; one that turns out to be paid is cancelled as
 * such. Stock and money go back after the one write that cancels: by this process at once, or by the sweeper after a crash.
 * @throws {Refused} NOT_FOUND, CYCLE_CLOSED, PAYMENT_PROCESSING @throws {OrderActionNotAllowed}
 */
export async function cancelOrder(deps: OrdersDeps, caller: AccountCaller, orderId: OrderId): Promise<Order> {
  const order = await ownOrder(deps, caller, orderId);
  if (order.status === 'cancelled') return order;
  // Whether the closing has come to this order already makes no difference to who is too late.
  if (deps.now() >= order.cutoffAt) throw new Refused('CYCLE_CLOSED');
  assertCan('cancel', order);
  const attempt = openAttempt(order);
  const current =
    order.status === 'awaiting_payment' && attempt ? await giveUpAttempt(deps, order, attempt) : order;
  return deps.orders.change(
    orderId,
    (now) => {
      if (now.status === 'cancelled') return undefined;
      // A payment that was begun meanwhile has to be given up first.
      if (now.status === 'awaiting_payment' && openAttempt(now)) throw new Refused('CHANGED_MEANWHILE');
      const next = cancel(now, deps.now());
      return { order: next, events: [cancelled(next)] };
    },
    current,
  );
}
