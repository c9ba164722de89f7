import { type OrderId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** One order with what is to be handed out. @throws {Refused} NOT_FOUND */
export const getOrderToHandOut = async (
  { orders }: Pick<OrdersDeps, 'orders'>,
  orderId: OrderId,
): Promise<Order> => found(await orders.find(orderId));
