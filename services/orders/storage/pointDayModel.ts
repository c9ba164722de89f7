import { type GroupOrderId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type TakenSince } from '../domain/pointDay';

/** A pickup point on one day: how many of its places are taken. */
export type PointDay = {
  _id: string;
  /** Never less than the orders that live: it is counted up before an order is kept. */
  taken: number;
  since: TakenSince;
  /** Whose orders are collected there on that day. */
  groupOrders: GroupOrderId[];
  /** Rises with every write. */
  version: number;
  dropAt: Date;
};

export const PointDayModel = defineModel<PointDay>({
  name: 'PointDay',
  collection: 'point_days',
  fields: {
    _id: { type: String, required: true },
    taken: { type: Number, required: true },
    since: { type: Object, required: true },
    groupOrders: { type: [String], required: true },
    version: { type: Number, required: true },
    dropAt: { type: Date, required: true },
  },
  indexes: [[{ dropAt: 1 }, { expireAfterSeconds: 0 }]],
});
