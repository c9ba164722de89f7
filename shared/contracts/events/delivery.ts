import { z } from '../zod';
import { Instant } from '../common';
import {
  AccountId,
  CityId,
  ConsolidationId,
  CrateId,
  DiscrepancyId,
  OrderId,
  PickupPointId,
  RedemptionId,
  RouteId,
  SkuId,
  StopId,
} from '../ids';

import { Payer } from './orderFacts';

const stop = {
  stopId: StopId,
  routeId: RouteId,
  cityId: CityId,
  consolidationId: ConsolidationId,
  pickupPointId: PickupPointId,
};

export const deliveryEvents = {
  /** When a pickup point was made or changed (position, hours, leader, open or not). Leader absent: nobody leads it now. */
  'delivery.pickup_point_changed.v1': z.object({
    pickupPointId: PickupPointId,
    cityId: CityId,
    leaderAccountId: AccountId.optional(),
    open: z.boolean(),
  }),
  /** When the routes of a consolidation were planned or re-planned. */
  'delivery.routes_planned.v1': z.object({
    consolidationId: ConsolidationId,
    cityId: CityId,
    routeIds: z.array(RouteId),
  }),
  /** When the courier left the warehouse; all orders of its pickup points are in transit from now on. */
  'delivery.route_departed.v1': z.object({
    routeId: RouteId,
    cityId: CityId,
    consolidationId: ConsolidationId,
    courierAccountId: AccountId,
    pickupPointIds: z.array(PickupPointId),
    departedAt: Instant,
  }),
  /** When the courier stands at the pickup point. */
  'delivery.stop_arrived.v1': z.object({ ...stop, arrivedAt: Instant }),
  /** When a crate was found too warm at its stop; once for each measurement that an operator has to decide about. */
  'delivery.crate_too_warm.v1': z.object({
    ...stop,
    crateId: CrateId,
    celsius: z.number(),
    measuredAt: Instant,
  }),
  /** When an operator decided about it; again when they decided otherwise. */
  'delivery.warm_crate_decided.v1': z.object({
    ...stop,
    crateId: CrateId,
    kind: z.enum(['accept', 'send_back']),
    decidedBy: AccountId,
    decidedAt: Instant,
  }),
  /** When the courier put the crates down; the leader has not confirmed yet. */
  'delivery.stop_handed_over.v1': z.object({ ...stop, handedOverAt: Instant }),
  /**
   * When the leader confirmed what really came. `received` counts units per Sku; what is less than consolidated is short and is
   * shared out by orders.
   */
  'delivery.stop_received.v1': z.object({
    ...stop,
    received: z.array(z.object({ skuId: SkuId, units: z.int().min(0) })),
    receivedAt: Instant,
  }),
  /** When a delivery to a pickup point could not happen; an operator will have it tried again or sent back. */
  'delivery.stop_failed.v1': z.object({ ...stop, reason: z.string(), failedAt: Instant }),
  /** When the goods of a failed delivery went back for good: the orders of that point get their money back. */
  'delivery.stop_sent_back.v1': z.object({ ...stop, sentBackAt: Instant }),
  /** When the leader counted another number of a Sku than was packed: with the receipt, one for each difference. */
  'delivery.discrepancy_reported.v1': z.object({
    ...stop,
    discrepancyId: DiscrepancyId,
    skuId: SkuId,
    expected: z.int(),
    received: z.int(),
  }),
  /** When the courier agreed with a discrepancy or objected to it; once, for the first answer stays. */
  'delivery.discrepancy_answered.v1': z.object({
    ...stop,
    discrepancyId: DiscrepancyId,
    agreed: z.boolean(),
    answeredAt: Instant,
  }),
  /** When an operator decided who bears what a discrepancy cost; again when they decided otherwise: the latest counts. */
  'delivery.discrepancy_decided.v1': z.object({
    ...stop,
    discrepancyId: DiscrepancyId,
    skuId: SkuId,
    payer: Payer,
    /** Of the courier or leader who bears it. */
    payerAccountId: AccountId.optional(),
    decidedBy: AccountId,
    decidedAt: Instant,
  }),
  'delivery.route_finished.v1': z.object({
    routeId: RouteId,
    cityId: CityId,
    consolidationId: ConsolidationId,
  }),
  /** When a neighbour (or a proxy) presented the code and got the goods. */
  'delivery.order_redeemed.v1': z.object({
    orderId: OrderId,
    pickupPointId: PickupPointId,
    redemptionId: RedemptionId,
    redeemedAt: Instant,
    byProxy: z.boolean(),
  }),
  /** When an order was not collected in time. */
  'delivery.order_overdue.v1': z.object({
    orderId: OrderId,
    pickupPointId: PickupPointId,
    overdueSince: Instant,
  }),
  /**
   * When a leader or an operator decided about an overdue order. After `rescue` and `discard` its code is void and the first buyer
   * is to be refunded; after `keep` it can still be collected.
   */
  'delivery.overdue_decided.v1': z.object({
    orderId: OrderId,
    pickupPointId: PickupPointId,
    kind: z.enum(['keep', 'rescue', 'discard']),
    decidedBy: AccountId,
    decidedAt: Instant,
  }),
};
