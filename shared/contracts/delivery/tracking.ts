import { Instant, Position, Version } from '../common';
import { endpoint } from '../endpoint';
import { OrderStatus } from '../events/orders';
import { CityId, OrderId, PickupPointId } from '../ids';
import { Snapshot, StopStatus } from '../realtime';
import { z } from '../zod';
import { PickupPointView } from './pickupPoints';

/** Where an order is, for its shopper. */
export const OrderTracking = z
  .object({
    orderId: OrderId,
    version: Version,
    status: OrderStatus,
    changedAt: Instant,
    /** What happened so far, the oldest first. */
    timeline: z.array(z.object({ status: OrderStatus, at: Instant })),
    pickupPoint: PickupPointView,
    leaderPhone: z.string().optional(),
    delivery: z
      .object({
        status: StopStatus,
        /** When the courier is expected at the pickup point. */
        eta: Instant.optional(),
        /** Stops that the courier visits before. */
        stopsBefore: z.int(),
        /** Only while the pickup point is the next stop. */
        courier: z.object({ position: Position, at: Instant }).optional(),
      })
      .optional(),
  })
  .meta({ id: 'OrderTracking' });
export type OrderTracking = z.infer<typeof OrderTracking>;

export const trackingApi = {
  trackOrder: endpoint({
    id: 'delivery.trackOrder',
    service: 'delivery',
    method: 'get',
    path: '/tracking/orders/:orderId',
    access: 'signedIn',
    summary: 'Where an order is: for its shopper, the leader of its pickup point, and operators.',
    params: z.strictObject({ orderId: OrderId }),
    reply: OrderTracking,
    errors: ['NOT_FOUND'],
  }),
  getPickupPointBoard: endpoint({
    id: 'delivery.getPickupPointBoard',
    service: 'delivery',
    method: 'get',
    path: '/tracking/pickup-points/:pickupPointId',
    access: ['leader', 'operator'],
    summary: 'How a pickup point stands at this moment: what the topic `pickup_point` begins with.',
    params: z.strictObject({ pickupPointId: PickupPointId }),
    reply: Snapshot,
    errors: ['NOT_FOUND'],
  }),
  getLiveCity: endpoint({
    id: 'delivery.getLiveCity',
    service: 'delivery',
    method: 'get',
    path: '/live/cities/:cityId',
    access: ['operator'],
    summary:
      'A whole city at this moment: routes under way with positions and ETAs, busy pickup points, and how many group buys have formed.',
    params: z.strictObject({ cityId: CityId }),
    reply: Snapshot,
  }),
};
