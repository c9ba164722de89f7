import { Schema } from 'mongoose';
import { type GroupOrderId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { type GroupOrder } from '../domain/groupOrder';

/** A group order as it lies in the database: what was last summed up, and whether its orders have moved since. */
export type StoredGroupOrder = Omit<GroupOrder, 'id'> & {
  _id: GroupOrderId;
  outbox: OutboxEvent[];
  /** How often it was said that its orders moved. */
  marks: number;
  /** Only while it has to be summed up anew. */
  dirty?: true;
  markedAt?: Date;
};

const { Mixed } = Schema.Types;
const required = <T>(type: T) => ({ type, required: true });

export const GroupOrderModel = defineModel<StoredGroupOrder>({
  name: 'GroupOrder',
  collection: 'group_orders',
  fields: {
    _id: required(String),
    pickupPointId: required(String),
    cityId: required(String),
    cycleId: required(String),
    cutoffAt: required(Date),
    pickupDate: required(String),
    version: required(Number),
    status: required(String),
    orders: required(Number),
    shoppers: required(Number),
    units: required(Number),
    totalFen: required(Number),
    expectedCommissionFen: required(Number),
    collected: required(Number),
    groupBuys: required([Mixed]),
    recent: required([Mixed]),
    cutoff: Mixed,
    outbox: required([Mixed]),
    marks: required(Number),
    dirty: Boolean,
    markedAt: Date,
  } as never,
  indexes: [
    // A pickup point's groups, newest first.
    [{ pickupPointId: 1, cutoffAt: -1, _id: -1 }],
    // A cycle's groups, for closing it.
    [{ cycleId: 1, status: 1 }],
    [{ markedAt: 1 }, { partialFilterExpression: { dirty: true } }],
    [outboxIndex.key, { sparse: outboxIndex.sparse }],
  ],
});

export function toGroupOrder(stored: StoredGroupOrder): GroupOrder {
  const { _id, outbox: _outbox, marks: _marks, dirty: _dirty, markedAt: _at, ...rest } = stored;
  return { ...rest, id: _id };
}
