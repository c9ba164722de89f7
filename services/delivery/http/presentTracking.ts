import { type OrderTracking } from '#shared/contracts/delivery/tracking';
import { type TrackedOrder } from '../usecases/live/trackOrder';
import { presentPickupPoint } from './presentPickupPoint';

/** Where an order is, for its shopper. */
export const presentTracking = ({ order, point, approach }: TrackedOrder): OrderTracking => ({
  orderId: order._id,
  version: order.version,
  status: order.status,
  changedAt: order.changedAt.toISOString(),
  timeline: [...order.timeline]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ status, at }) => ({ status, at: at.toISOString() })),
  pickupPoint: presentPickupPoint(point),
  ...(point.leader?.phone === undefined ? {} : { leaderPhone: point.leader.phone }),
  ...(approach ? { delivery: approach } : {}),
});
