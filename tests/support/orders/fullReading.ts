import { type Booking, bookingOf, noBooking } from '../../../services/orders/domain/booking';
import { type BookingSums } from '../../../services/orders/domain/books';
import { type Order } from '../../../services/orders/domain/order';

/** What orders add up to by status, read one by one. */
export function fullReading(orders: readonly Order[]): BookingSums {
  const sums: Record<string, Record<string, number>> = {};
  for (const order of orders) {
    const sum = (sums[order.status] ??= { ...noBooking, orders: 0 });
    sum['orders']! += 1;
    const booking: Booking = bookingOf(order);
    for (const [field, value] of Object.entries(booking)) sum[field]! += value;
  }
  return sums;
}
