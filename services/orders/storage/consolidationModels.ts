import { Schema } from 'mongoose';
import { type ConsolidationId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { type Consolidation, type ListedOrder, type StopTotals } from '../domain/consolidation';

export type StoredConsolidation = Omit<Consolidation, 'id'> & { _id: ConsolidationId; outbox: OutboxEvent[] };
export type StoredStop = StopTotals & { _id: string };
export type StoredListed = ListedOrder & { _id: string };

const { Mixed } = Schema.Types;
const required = <T>(type: T) => ({ type, required: true });

export const ConsolidationModel = defineModel<StoredConsolidation>({
  name: 'Consolidation',
  collection: 'consolidations',
  fields: {
    _id: required(String),
    cityId: required(String),
    cycleId: required(String),
    version: required(Number),
    pickupDate: required(String),
    frozenAt: required(Date),
    supersedes: String,
    supersededBy: String,
    reason: String,
    orders: required(Number),
    failedOrders: required(Number),
    pickupPoints: required(Number),
    units: required(Number),
    goodsFen: required(Number),
    groupBuysFormed: required(Number),
    groupBuysFailed: required(Number),
    droppedSkus: required([Mixed]),
    purchaseOrders: required([Mixed]),
    pickList: required([Mixed]),
    outbox: required([Mixed]),
  } as never,
  indexes: [
    [{ cityId: 1, frozenAt: -1, _id: -1 }],
    [{ cycleId: 1, frozenAt: -1, _id: -1 }],
    [outboxIndex.key, { sparse: outboxIndex.sparse }],
  ],
});

/** What comes to each pickup point: `{consolidationId}:{pickupPointId}`. */
export const StopModel = defineModel<StoredStop>({
  name: 'ConsolidationStop',
  collection: 'consolidation_stops',
  fields: {
    _id: required(String),
    consolidationId: required(String),
    pickupPointId: required(String),
    pickupPointName: required(String),
    pickupPointNameEn: String,
    orders: required(Number),
    units: required(Number),
    goodsFen: required(Number),
    skus: required([Mixed]),
  },
  indexes: [[{ consolidationId: 1, pickupPointId: 1 }]],
});

/** The pickup list, order by order: `{consolidationId}:{orderId}`. */
export const ListedOrderModel = defineModel<StoredListed>({
  name: 'ConsolidatedOrder',
  collection: 'consolidated_orders',
  fields: {
    _id: required(String),
    consolidationId: required(String),
    pickupPointId: required(String),
    pickupPointName: required(String),
    pickupPointNameEn: String,
    orderId: required(String),
    accountId: required(String),
    recipientName: required(String),
    phoneTail: { type: String, default: '' },
    fulfilment: required(String),
    address: String,
    note: String,
    lines: required([Mixed]),
  },
  indexes: [[{ consolidationId: 1, pickupPointId: 1, orderId: 1 }], [{ accountId: 1 }]],
});
