import { type Booking, bookingOf } from '../domain/booking';
import { type Order } from '../domain/order';

/**
 * What an order adds to the books, kept beside it by the write that changes it. It is right exactly if it is of the order's version
 * and made in today's way; else it is made anew by whoever reads the books (`CycleBookStore`). So a write that does not know of
 * bookings leaves none behind that is believed.
 */
export type StoredBooking = Booking & {
  /** The version of the order. */
  readonly of: number;
  /** The number of the way it was made in. */
  readonly way: number;
};

/** Rises when `bookingOf` changes what it answers. */
export const bookingWay = 2;

export const bookedAs = (order: Order): StoredBooking => ({
  ...bookingOf(order),
  of: order.version,
  way: bookingWay,
});

/** For a write to many orders at once which changes nothing of what they add to the books. */
export const bookedStill = { version: 1, 'booking.of': 1 } as const;
