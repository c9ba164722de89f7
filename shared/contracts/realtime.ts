import { Bilingual, Instant, Position, Version } from './common';
import { OrderStatus } from './events/orders';
import {
  CityId,
  CycleId,
  GroupOrderId,
  MessageId,
  OfferId,
  OrderId,
  PickupPointId,
  RouteId,
  StopId,
} from './ids';
import { Money } from './money';
import { z } from './zod';

/**
 * Real time over Socket.IO at the path `/realtime`. The handshake may carry `auth: { token }`; without one only
 * `neighbourhood` can be followed. A client follows topics; the server decides per topic and answers with a snapshot. Every
 * message about something that changed carries its version: a client that sees a gap, or reconnects, follows again.
 */
export const Topic = z.discriminatedUnion('kind', [
  /** Own order: its shopper (and the leader and operators of it). */
  z.strictObject({ kind: z.literal('order'), orderId: OrderId }),
  /** A pickup point as its leader sees it: group order, arriving crates, collections. */
  z.strictObject({ kind: z.literal('pickup_point'), pickupPointId: PickupPointId }),
  /** Own route: its courier, and operators. */
  z.strictObject({ kind: z.literal('route'), routeId: RouteId }),
  /** A whole city: operators. */
  z.strictObject({ kind: z.literal('city'), cityId: CityId }),
  /** What neighbours buy at a pickup point, without names: anybody. */
  z.strictObject({ kind: z.literal('neighbourhood'), pickupPointId: PickupPointId }),
]);
export type Topic = z.infer<typeof Topic>;

export const RouteStatus = z.enum(['planned', 'loading', 'under_way', 'finished']);
export type RouteStatus = z.infer<typeof RouteStatus>;
export const StopStatus = z.enum(['pending', 'arrived', 'handed_over', 'failed']);
export type StopStatus = z.infer<typeof StopStatus>;
export const GroupOrderStatus = z.enum([
  'gathering',
  'closed',
  'on_the_way',
  'received',
  'picking_up',
  'done',
]);
export type GroupOrderStatus = z.infer<typeof GroupOrderStatus>;

const orderState = z.object({ orderId: OrderId, version: Version, status: OrderStatus, changedAt: Instant });
const courierState = z.object({ routeId: RouteId, position: Position, at: Instant });
const stopState = z.object({
  stopId: StopId,
  pickupPointId: PickupPointId,
  status: StopStatus,
  eta: Instant.optional(),
  /**
   * When the leader had counted what came. The count itself, with its discrepancies, is read from the stop; a courier's answer to one
   * is a new version of the route, too.
   */
  receivedAt: Instant.optional(),
});
/** ETAs move all the time and change nothing: the latest holds. */
const movedEtas = z.object({
  routeId: RouteId,
  etas: z.array(stopState.pick({ stopId: true, pickupPointId: true }).extend({ eta: Instant })),
});
const routeState = z.object({
  routeId: RouteId,
  version: Version,
  status: RouteStatus,
  stops: z.array(stopState),
  courier: courierState.optional(),
});
const groupOrderState = z.object({
  groupOrderId: GroupOrderId,
  pickupPointId: PickupPointId,
  version: Version,
  status: GroupOrderStatus,
  orders: z.int(),
  shoppers: z.int(),
  total: Money,
  expectedCommission: Money,
});
const neighbourOrdered = z.object({
  pickupPointId: PickupPointId,
  initial: z.string(),
  title: Bilingual(80),
  quantity: z.int(),
  at: Instant,
});
const groupBuyState = z.object({
  offerId: OfferId,
  pickupPointId: PickupPointId,
  version: Version,
  status: z.enum(['open', 'formed', 'failed']),
  shoppers: z.int(),
  units: z.int(),
  initials: z.array(z.string()),
});
/** How the group buys of a cycle stand over all pickup points of its city: counts that an operator follows. */
const cityGroups = z.object({
  cycleId: CycleId,
  version: Version,
  /** Group buys that somebody has joined. */
  begun: z.int(),
  /** Of these, so many have reached their target. */
  formed: z.int(),
});
/** How a pickup point stands: counts that a leader or an operator follows. */
const pickupState = z.object({
  pickupPointId: PickupPointId,
  version: Version,
  ready: z.int(),
  collected: z.int(),
  overdue: z.int(),
});

/** What the server tells. Each name is a Socket.IO event with one argument of this shape. */
export const serverMessages = {
  order_changed: orderState,
  courier_moved: courierState,
  route_changed: routeState,
  etas_moved: movedEtas,
  group_order_changed: groupOrderState,
  group_buy_progressed: groupBuyState,
  neighbour_ordered: neighbourOrdered,
  pickup_changed: pickupState,
  city_groups_changed: cityGroups,
  group_message: z.object({
    messageId: MessageId,
    groupOrderId: GroupOrderId,
    pickupPointId: PickupPointId,
    text: z.string(),
    postedAt: Instant,
  }),
  /** The access token ran out: sign in again (or refresh) and reconnect. */
  signed_out: z.object({ reason: z.string() }),
};
export type ServerMessages = {
  [K in keyof typeof serverMessages]: (message: z.output<(typeof serverMessages)[K]>) => void;
};

/** The state of a topic at the moment it is followed. */
export const Snapshot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), order: orderState, route: routeState.optional() }),
  z.object({
    kind: z.literal('pickup_point'),
    groupOrder: groupOrderState.optional(),
    pickup: pickupState,
    routes: z.array(routeState),
  }),
  z.object({ kind: z.literal('route'), route: routeState }),
  z.object({
    kind: z.literal('city'),
    routes: z.array(routeState),
    pickups: z.array(pickupState),
    /** Of the latest cycles, the one that moved last first. */
    groups: z.array(cityGroups),
  }),
  z.object({
    kind: z.literal('neighbourhood'),
    recent: z.array(neighbourOrdered),
    groupBuys: z.array(groupBuyState),
  }),
]);
export type Snapshot = z.infer<typeof Snapshot>;

export const Refusal = z.object({ ok: z.literal(false), code: z.string(), detail: z.string() });
export const FollowReply = z.union([z.object({ ok: z.literal(true), snapshot: Snapshot }), Refusal]);
export type FollowReply = z.infer<typeof FollowReply>;
export const Done = z.union([z.object({ ok: z.literal(true) }), Refusal]);
export type Done = z.infer<typeof Done>;

/** A courier's position while a route is under way. Later reports win; the server passes on at most one a second. */
export const PositionReport = z.strictObject({ routeId: RouteId, position: Position, at: Instant });
export type PositionReport = z.infer<typeof PositionReport>;

/** What a client asks. Each is a Socket.IO event with one argument and an acknowledgement. */
export const clientMessages = {
  follow: Topic,
  unfollow: Topic,
  report_position: PositionReport,
};
export type ClientMessages = {
  follow: (topic: Topic, reply: (result: FollowReply) => void) => void;
  unfollow: (topic: Topic, reply: (result: Done) => void) => void;
  report_position: (report: PositionReport, reply: (result: Done) => void) => void;
};
