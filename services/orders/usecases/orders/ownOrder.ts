import { type OrderId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type AccountCaller } from '#shared/kit/http/caller';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** An order of the caller. @throws {Refused} NOT_FOUND, also for orders of others. */
export async function ownOrder(
  { orders }: Pick<OrdersDeps, 'orders'>,
  caller: AccountCaller,
  orderId: OrderId,
): Promise<Order> {
  const order = await orders.find(orderId);
  if (order?.accountId !== caller.accountId) throw notFound();
  return order;
}
