import { type OrderId } from '#shared/contracts/ids';
import { type AccountCaller } from '#shared/kit/http/caller';
import { openAttempt } from '../../domain/attempts';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';
import { ownOrder } from '../orders/ownOrder';
import { followAttempt } from './followAttempt';

/** An own order as its payment stands at this moment: of an open attempt the provider is asked. @throws {Refused} NOT_FOUND */
export async function getPayment(deps: OrdersDeps, caller: AccountCaller, orderId: OrderId): Promise<Order> {
  const order = await ownOrder(deps, caller, orderId);
  const attempt = order.status === 'awaiting_payment' ? openAttempt(order) : undefined;
  return attempt ? followAttempt(deps, order, attempt) : order;
}
