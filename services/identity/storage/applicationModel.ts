import { type LeaderApplicationId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { type LeaderApplication } from '../domain/leaderApplication';

export type ApplicationDocument = LeaderApplication & { _id: LeaderApplicationId; outbox?: OutboxEvent[] };

const text = { type: String };

export const applicationModel = defineModel<ApplicationDocument>({
  name: 'LeaderApplication',
  collection: 'leader_applications',
  fields: {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    displayName: text,
    name: text,
    phone: text,
    cityId: text,
    pickupPointId: text,
    place: text,
    address: text,
    position: Object,
    coldStorage: Boolean,
    message: text,
    appliedAt: { type: Date, required: true },
    status: { type: String, required: true, enum: ['pending', 'approved', 'rejected'] },
    decidedAt: Date,
    decidedBy: text,
    leadsPickupPointId: text,
    rejectedBecause: text,
    roleDue: Boolean,
    version: { type: Number, required: true },
    outbox: [Object],
  },
  indexes: [
    [{ accountId: 1 }, { unique: true, name: 'one_pending', partialFilterExpression: { status: 'pending' } }],
    [{ accountId: 1, appliedAt: -1, _id: -1 }],
    [{ status: 1, appliedAt: 1, _id: 1 }],
    [{ roleDue: 1 }, { sparse: true }],
    [outboxIndex.key, { sparse: outboxIndex.sparse }],
  ],
});
