import { type mongo } from 'mongoose';
import { type OrderId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type WrittenBy } from '#shared/kit/mongo/guardedWrites';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { factNames, type Order, type OrderBase } from '../domain/order';
import { type OrderStatus } from '#shared/contracts/events/orders';
import { noBooking } from '../domain/booking';
import { type StoredBooking } from './orderBooking';

/** What the database keeps of an order besides it: the events it owes, and what it is found by. */
type Kept = {
  outbox: OutboxEvent[];
  /** When somebody must look at it again. Absent: nothing is to be done. */
  attendAt?: Date;
  /** Times in a row that what had to be done could not be done. */
  attendFailures?: number;
  /** Only while a refund of it has failed. */
  refundFailedAt?: Date;
  /** Only while a claim of it waits for a decision: since when the longest waiting one does. */
  claimWaitingSince?: Date;
  /** Only while cutoff has taken it into a consolidation and has not decided about it yet. */
  undecided?: true;
  /** Only while the real weight of so many of its lines is to be found. */
  unweighed?: number;
  /** Only while it is unpaid: its share of what the account may leave unpaid. No other order of the account has one of them. */
  unpaidSlots?: readonly string[];
  /** What it adds to the books of its cycle. */
  booking?: StoredBooking;
} & WrittenBy;

/** An order as it lies in the database: flat, its facts beside what every order has. */
export type StoredOrder = Omit<OrderBase, 'id'> & Kept & { _id: OrderId; status: OrderStatus };

/** Holds everything that the books of a cycle are added up from. */
export const bookingsIndex = 'bookings';

/** Holds what operators look for within a cycle. */
export const withinCycleIndex = 'within_cycle';

/** Why a line was dropped that was not among what the courier brought. */
export const shortage = 'shortage_at_handover';

export const OrderModel = defineModel<StoredOrder>({
  name: 'Order',
  collection: 'orders',
  indexes: [
    // A shopper's own orders by status, newest first; and what an account bought in a cycle, whose time is known.
    [{ accountId: 1, status: 1, placedAt: -1, _id: -1 }],
    // A group order's members; a cycle's orders by status, for closing it and for operators.
    [{ groupOrderId: 1, status: 1, placedAt: -1, _id: -1 }],
    [{ cycleId: 1, status: 1, placedAt: -1, _id: -1 }],
    // Whether somebody is in a group; neighbours that a leader ordered for; who was left short at a handover.
    [{ groupOrderId: 1, accountId: 1 }],
    [
      { accountId: 1, pickupPointId: 1, placedAt: -1, _id: -1 },
      { name: 'for_neighbours', partialFilterExpression: { onBehalfOf: { $exists: true } } },
    ],
    [{ accountId: 1 }, { name: 'left_short', partialFilterExpression: { 'lines.dropped.reason': shortage } }],
    // Within a cycle, newest first: a part of a name, the end of an order number, a total. The keys alone tell which orders match.
    [
      {
        ...{ cycleId: 1, placedAt: -1, _id: -1, status: 1, pickupPointId: 1 },
        ...{ 'recipient.name': 1, 'amounts.totalFen': 1 },
      },
      { name: withinCycleIndex },
    ],
    // A phone number on the line with an operator.
    [{ 'recipient.phone': 1, placedAt: -1, _id: -1 }],
    // Claims that wait, by city; claims of an account, of a pickup point and of a lot, of a time.
    [
      { cityId: 1, claimWaitingSince: 1, _id: 1 },
      { name: 'claims_waiting', partialFilterExpression: { claimWaitingSince: { $exists: true } } },
    ],
    [
      { accountId: 1, placedAt: -1, _id: -1 },
      { name: 'claims_of_account', partialFilterExpression: { 'claims.claimId': { $exists: true } } },
    ],
    [
      { pickupPointId: 1, placedAt: -1 },
      { name: 'claims_of_point', partialFilterExpression: { 'claims.claimId': { $exists: true } } },
    ],
    [
      { 'lines.offer.lotId': 1, placedAt: -1 },
      { name: 'claims_of_lot', partialFilterExpression: { 'claims.claimId': { $exists: true } } },
    ],
    [{ attendAt: 1 }, { sparse: true }],
    [{ refundFailedAt: 1 }, { sparse: true }],
    [{ outdatedLists: 1, cycleId: 1 }, { partialFilterExpression: { outdatedLists: { $exists: true } } }],
    // What cutoff still has to decide; the orders of a consolidation by pickup point; what still has to be weighed.
    [
      { cycleId: 1, pickupPointId: 1 },
      { name: 'undecided', partialFilterExpression: { undecided: true } },
    ],
    [
      { consolidationId: 1, pickupPointId: 1, _id: 1 },
      { name: 'consolidated', partialFilterExpression: { consolidationId: { $exists: true } } },
    ],
    [
      { consolidationId: 1, pickupPointId: 1, _id: 1 },
      { name: 'unweighed', partialFilterExpression: { unweighed: { $exists: true } } },
    ],
    [
      { consolidationId: 1, pickupPointId: 1, _id: 1 },
      { name: 'weighed', partialFilterExpression: { 'lines.finalWeightGrams': { $exists: true } } },
    ],
    // What an account leaves unpaid at a time is bounded here, where an order is born.
    [
      { accountId: 1, unpaidSlots: 1 },
      { name: 'unpaid', unique: true, partialFilterExpression: { unpaidSlots: { $exists: true } } },
    ],
    [
      {
        ...{ cycleId: 1, status: 1, version: 1, 'booking.of': 1, 'booking.way': 1 },
        ...Object.fromEntries(Object.keys(noBooking).map((field) => [`booking.${field}`, 1])),
        _id: 1,
      },
      { name: bookingsIndex },
    ],
    [outboxIndex.key, { sparse: outboxIndex.sparse }],
  ],
});

export type OrderCollection = mongo.Collection<StoredOrder>;

const kept = {
  outbox: true,
  attendAt: true,
  attendFailures: true,
  refundFailedAt: true,
  claimWaitingSince: true,
  undecided: true,
  unweighed: true,
  unpaidSlots: true,
  booking: true,
  writtenBy: true,
} as const satisfies Record<keyof Kept, true>;

/** The order in `stored`. */
export function toOrder(stored: StoredOrder): Order {
  const { _id, ...rest } = stored;
  const order: Record<string, unknown> = { id: _id };
  const facts: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(rest))
    if (field in factNames) facts[field] = value;
    else if (!(field in kept)) order[field] = value;
  return { ...order, facts } as unknown as Order;
}

/** The fields of `order` as they are stored, but for its id. */
export const flat = ({ id: _id, facts, ...rest }: Order) => ({ ...rest, ...facts });
