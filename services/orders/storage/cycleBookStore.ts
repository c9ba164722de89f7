import { type Connection } from 'mongoose';
import { type OrderStatus } from '#shared/contracts/events/orders';
import { type CycleId, type OrderId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { mispriced, noBooking } from '../domain/booking';
import { type BookingSum, type BookingSums, type Faults } from '../domain/books';
import { livingStatuses } from '../domain/groupOrder';
import { bookedAs, bookingWay } from './orderBooking';
import { bookingsIndex, type OrderCollection, OrderModel, toOrder } from './orderModel';

const bookingFields = Object.keys(noBooking) as (keyof typeof noBooking)[];

/** What a booking is made of: of the goods what they cost, not what they are called. */
const bookedFields = {
  version: 1,
  accountId: 1,
  onBehalfOf: 1,
  leaderAccountId: 1,
  status: 1,
  receipt: 1,
  payment: 1,
  refunds: 1,
  'amounts.deliveryFeeFen': 1,
  'lines.lineId': 1,
  'lines.price': 1,
  'lines.ordered': 1,
  'lines.allocated': 1,
  'lines.reachedUnitFen': 1,
  'lines.finalWeightGrams': 1,
  'lines.weighedUnits': 1,
  'lines.offer.soldBy': 1,
  'lines.offer.commissionBasisPoints': 1,
} as const;

const outdated = {
  $or: [{ $ne: ['$booking.of', '$version'] }, { $ne: ['$booking.way', bookingWay] }],
};
const atOnce = 500;
/** A look for what is outdated goes through the whole cycle: so many are booked after one. */
const mostDue = 20_000;
const maxTries = 1_000;
const maxNamed = 10;

type Found = BookingSum & { readonly _id: OrderStatus; readonly outdated: number };

/** What the orders of a cycle add up to. The index holds all of it: no order is read whose booking is right. */
export class CycleBookStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** The sums by status, of all orders as they are at one moment. */
  async sums(cycleId: CycleId): Promise<BookingSums> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const found = await this.#sumUp(cycleId);
      if (found.every((sum) => sum.outdated === 0))
        return Object.fromEntries(found.map(({ _id, outdated: _none, ...sum }) => [_id, sum]));
      await this.#bookAnew(cycleId);
    }
    throw new Error(`The bookings of ${cycleId} never stood still`);
  }

  /** Some of the lines and captures that are wrong, by name. */
  async faults(cycleId: CycleId): Promise<Faults> {
    const living = { $in: [...livingStatuses] };
    const find = (filter: object) =>
      this.#orders
        .find({ cycleId, ...filter })
        .hint(bookingsIndex)
        .limit(maxNamed)
        .toArray();
    const [lines, captures] = await Promise.all([
      find({ status: living, 'booking.mispricedLines': { $gt: 0 } }),
      find({ 'booking.miscaptured': { $gt: 0 } }),
    ]);
    const named = lines.map(toOrder).flatMap((order) => mispriced(order).map((line) => ({ order, line })));
    return {
      mispriced: named.map(({ order, line }) => `${order.id}/${line.lineId}`).slice(0, maxNamed),
      miscaptured: captures.map(({ _id }) => _id),
    };
  }

  #sumUp(cycleId: CycleId): Promise<Found[]> {
    const sums = bookingFields.map((field) => [field, { $sum: `$booking.${field}` }] as const);
    return this.#orders
      .aggregate<Found>(
        [
          { $match: { cycleId } },
          {
            $group: {
              _id: '$status',
              orders: { $sum: 1 },
              outdated: { $sum: { $cond: [outdated, 1, 0] } },
              ...Object.fromEntries(sums),
            },
          },
        ],
        { hint: bookingsIndex },
      )
      .toArray();
  }

  /** Bookings that a write left outdated, or an earlier program. An order that changes at this moment is left to the next look. */
  async #bookAnew(cycleId: CycleId): Promise<void> {
    const due = await this.#orders
      .aggregate<{ _id: OrderId }>(
        [
          { $match: { cycleId } },
          { $project: { outdated } },
          { $match: { outdated: true } },
          { $limit: mostDue },
          { $project: { _id: 1 } },
        ],
        { hint: bookingsIndex },
      )
      .toArray();
    for (let from = 0; from < due.length; from += atOnce)
      await this.#book(due.slice(from, from + atOnce).map(({ _id }) => _id));
  }

  async #book(orderIds: readonly OrderId[]): Promise<void> {
    const found = await this.#orders
      .find({ _id: { $in: [...orderIds] } }, { projection: bookedFields })
      .toArray();
    if (found.length === 0) return;
    await this.#orders.bulkWrite(
      found.map((stored) => {
        const { _id, version } = stored;
        const update = { $set: { booking: bookedAs(toOrder(stored)) } };
        return { updateOne: { filter: { _id, version }, update } };
      }),
      { ordered: false },
    );
  }
}
