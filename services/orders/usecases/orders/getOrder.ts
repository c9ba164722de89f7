import { type OrderId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { type AccountCaller, holds } from '#shared/kit/http/caller';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** An order that the caller may see: own ones, and every one for operators. @throws {Refused} NOT_FOUND */
export async function getOrder(
  { orders }: Pick<OrdersDeps, 'orders'>,
  caller: AccountCaller,
  orderId: OrderId,
): Promise<Order> {
  const order = await orders.find(orderId);
  if (!order || (order.accountId !== caller.accountId && !holds(caller, 'operator'))) throw notFound();
  return order;
}
