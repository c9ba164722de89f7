import { type OrderStanding } from '#shared/contracts/internal/orders';
import { type Order } from '../domain/order';
import { addressOf } from '../domain/orderEvents';

export const presentStanding = (order: Order): OrderStanding => ({
  ...addressOf(order),
  status: order.status,
});
