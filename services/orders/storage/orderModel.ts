import { type mongo, Schema } from 'mongoose';
import { type OrderId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type WrittenBy } from '#shared/kit/mongo/guardedWrites';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { type Order, type OrderBase } from '../domain/order';
import { type OrderStatus } from '#shared/contracts/events/orders';

/** An order as it lies in the database: the order, the events it owes, and when somebody must look at it again. */
export type StoredOrder = Omit<OrderBase, 'id'> &
  WrittenBy & {
    _id: OrderId;
    status: OrderStatus;
    outbox: OutboxEvent[];
    /** Absent: nothing is to be done. */
    attendAt?: Date;
    /** Times in a row that what had to be done could not be done. */
    attendFailures?: number;
    /** Only while a refund of it has failed. */
    refundFailedAt?: Date;
    /** Only while cutoff has claimed it and has not decided about it yet. */
    unsettled?: true;
    /** Only while the real weight of so many of its lines is to be found. */
    unweighed?: number;
  };

const { Mixed } = Schema.Types;
const required = <T>(type: T) => ({ type, required: true });

/**
 * The facts that some statuses carry besides: which of them are there is said by the type `Order`, and decided by the
 * domain functions that are the only ones to write.
 */
const factsOfStatuses = {
  payBefore: Date,
  expiredAt: Date,
  paidAt: Date,
  payment: Mixed,
  consolidationId: String,
  consolidatedAt: Date,
  departedAt: Date,
  readyAt: Date,
  collectedAt: Date,
  redemptionId: String,
  closesAt: Date,
  leaderAccountId: String,
  closedAt: Date,
  cancelledAt: Date,
  failedAt: Date,
  failedBecause: String,
};

export const OrderModel = defineModel<StoredOrder>({
  name: 'Order',
  collection: 'orders',
  fields: {
    _id: required(String),
    version: required(Number),
    status: required(String),
    accountId: required(String),
    cityId: required(String),
    cycleId: required(String),
    pickupPointId: required(String),
    groupOrderId: required(String),
    fulfilment: required(Mixed),
    recipient: required(Mixed),
    onBehalfOf: Mixed,
    note: String,
    placedAt: required(Date),
    holdUntil: required(Date),
    cutoffAt: required(Date),
    graceUntil: required(Date),
    pickupDate: required(String),
    amounts: required(Mixed),
    fingerprint: required(String),
    lines: required([Mixed]),
    attempts: required([Mixed]),
    refunds: required([Mixed]),
    stock: required(Mixed),
    receipt: Mixed,
    ...factsOfStatuses,
    outbox: required([Mixed]),
    attendAt: Date,
    attendFailures: Number,
    refundFailedAt: Date,
    unsettled: Boolean,
    unweighed: Number,
    writtenBy: String,
  } as never,
  indexes: [
    // A shopper's own orders, newest first; and what an account bought in a cycle.
    [{ accountId: 1, placedAt: -1, _id: -1 }],
    // A group order's members; a cycle's orders by status, for closing it and for operators.
    [{ groupOrderId: 1, status: 1, placedAt: -1, _id: -1 }],
    [{ cycleId: 1, status: 1, placedAt: -1, _id: -1 }],
    // A phone number on the line with an operator.
    [{ 'recipient.phone': 1, placedAt: -1, _id: -1 }],
    [{ attendAt: 1 }, { sparse: true }],
    [{ refundFailedAt: 1 }, { sparse: true }],
    // What cutoff still has to decide; the orders of a consolidation by pickup point; what still has to be weighed.
    [{ cycleId: 1, pickupPointId: 1 }, { partialFilterExpression: { unsettled: true } }],
    [
      { consolidationId: 1, pickupPointId: 1, _id: 1 },
      { name: 'consolidated', partialFilterExpression: { consolidationId: { $exists: true } } },
    ],
    [
      { consolidationId: 1, pickupPointId: 1, _id: 1 },
      { name: 'unweighed', partialFilterExpression: { unweighed: { $exists: true } } },
    ],
    [outboxIndex.key, { sparse: outboxIndex.sparse }],
  ],
});

export type OrderCollection = mongo.Collection<StoredOrder>;

/** The order in `stored`: what the database keeps besides is left out. */
export function toOrder(stored: StoredOrder): Order {
  const {
    _id,
    outbox: _outbox,
    attendAt: _at,
    attendFailures: _failures,
    refundFailedAt: _failed,
    unsettled: _unsettled,
    unweighed: _unweighed,
    writtenBy: _writtenBy,
    ...rest
  } = stored;
  return { ...rest, id: _id } as Order;
}
