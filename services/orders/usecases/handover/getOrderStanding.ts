import { type OrderId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type Order } from '../../domain/order';
import { type OrdersDeps } from '../deps';

/** An order, for whoever asks whose it is and where it stands. @throws {Refused} NOT_FOUND */
export const getOrderStanding = async (
  { orders }: Pick<OrdersDeps, 'orders'>,
  orderId: OrderId,
): Promise<Order> => found(await orders.find(orderId));
