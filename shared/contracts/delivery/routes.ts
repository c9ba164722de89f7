import { Bilingual, CityDate, Instant, page, pageQuery, Position, Text, Version } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CityId, ConsolidationId, CrateId, FacilityId, RouteId, StopId } from '../ids';
import { RouteStatus } from '../realtime';
import { z } from '../zod';
import { StopView } from './stopViews';

/** A route in a list. */
export const RouteCard = z
  .object({
    routeId: RouteId,
    version: Version,
    status: RouteStatus,
    consolidationId: ConsolidationId,
    cityId: CityId,
    pickupDate: CityDate,
    courier: z.object({
      accountId: AccountId,
      displayName: z.string(),
      vehicle: z.string(),
      crateCapacity: z.int(),
    }),
    facility: z.object({
      facilityId: FacilityId,
      name: Bilingual(40),
      address: z.string(),
      position: Position,
    }),
    stops: z.int(),
    /** Handed over or failed. */
    stopsDone: z.int(),
    /** Failed, and no operator has decided what comes of the goods. */
    undecided: z.int(),
    /** Crates that came too warm to a stop where the courier waits for an operator to decide. */
    warm: z.int(),
    crates: z.object({ total: z.int(), loaded: z.int(), missing: z.int() }),
    /** Of the whole tour, along roads as far as we can estimate. */
    distanceMetres: z.int(),
    plannedDepartureAt: Instant,
    departedAt: Instant.optional(),
    finishedAt: Instant.optional(),
  })
  .meta({ id: 'RouteCard' });
export type RouteCard = z.infer<typeof RouteCard>;

/** A route with everything that its courier works with. */
export const RouteView = z
  .object({
    route: RouteCard,
    stops: z.array(StopView),
    position: z.object({ position: Position, at: Instant }).optional(),
  })
  .meta({ id: 'Route' });
export type RouteView = z.infer<typeof RouteView>;

/**
 * When it happened by the phone's clock: actions done without a signal are sent later. Refused when it lies in the future or
 * more than a day back; without it, the moment of arrival counts.
 */
export const happenedAt = { at: Instant.optional() };

const one = z.strictObject({ routeId: RouteId });
const edited = ['NOT_FOUND', 'CHANGED_MEANWHILE', 'ROUTE_ACTION_NOT_ALLOWED'] as const;
const acted = ['NOT_FOUND', 'ROUTE_ACTION_NOT_ALLOWED', 'TIME_IMPLAUSIBLE'] as const;

export const routesApi = {
  listMyRoutes: endpoint({
    id: 'delivery.listMyRoutes',
    service: 'delivery',
    method: 'get',
    path: '/routes/mine',
    access: ['courier'],
    summary: "The calling courier's routes, the latest pickup date first.",
    query: z.strictObject({ status: RouteStatus.optional(), ...pageQuery }),
    reply: page(RouteCard),
  }),
  listRoutes: endpoint({
    id: 'delivery.listRoutes',
    service: 'delivery',
    method: 'get',
    path: '/routes',
    access: ['operator'],
    summary: 'The routes of a city, the latest pickup date first.',
    query: z.strictObject({
      cityId: CityId,
      pickupDate: CityDate.optional(),
      status: RouteStatus.optional(),
      ...pageQuery,
    }),
    reply: page(RouteCard),
  }),
  getRoute: endpoint({
    id: 'delivery.getRoute',
    service: 'delivery',
    method: 'get',
    path: '/routes/:routeId',
    access: ['courier', 'operator'],
    summary: 'One route with its stops, crates and ETAs: for its courier and for operators.',
    params: one,
    reply: RouteView,
    errors: ['NOT_FOUND'],
  }),
  reorderStops: endpoint({
    id: 'delivery.reorderStops',
    service: 'delivery',
    method: 'put',
    path: '/routes/:routeId/stop-order',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Visits the stops in this order; all of them, each once. Only while planned.',
    params: one,
    body: z.strictObject({ version: Version, stopIds: z.array(StopId).min(1).max(500) }),
    reply: RouteView,
    errors: [...edited, 'STOPS_DIFFER'],
    idempotency: 'stored',
  }),
  moveStop: endpoint({
    id: 'delivery.moveStop',
    service: 'delivery',
    method: 'post',
    path: '/routes/:routeId/moved-stops',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Moves a stop to another route of the same plan, at the place where it costs least. Only while both are planned.',
    params: one,
    body: z.strictObject({ version: Version, stopId: StopId, toRouteId: RouteId }),
    reply: z.object({ from: RouteView, to: RouteView }),
    status: 200,
    errors: [...edited, 'CAPACITY_EXCEEDED'],
    idempotency: 'stored',
  }),
  reassignRoute: endpoint({
    id: 'delivery.reassignRoute',
    service: 'delivery',
    method: 'put',
    path: '/routes/:routeId/courier',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Gives the route to another courier, whose vehicle must carry what is left of it; under way, too, when a courier cannot go on. Not when it is finished.',
    params: one,
    body: z.strictObject({ version: Version, courierAccountId: AccountId }),
    reply: RouteView,
    errors: [...edited, 'COURIER_UNKNOWN', 'CAPACITY_EXCEEDED'],
    idempotency: 'stored',
  }),
  loadCrates: endpoint({
    id: 'delivery.loadCrates',
    service: 'delivery',
    method: 'post',
    path: '/routes/:routeId/load',
    access: ['courier'],
    summary: 'Ticks crates off as loaded; the first call begins loading. Repeating it changes nothing.',
    params: one,
    body: z.strictObject({ crateIds: z.array(CrateId).max(1_000), ...happenedAt }),
    reply: RouteView,
    status: 200,
    errors: [...acted, 'CRATE_UNKNOWN'],
    idempotency: 'natural',
  }),
  departRoute: endpoint({
    id: 'delivery.departRoute',
    service: 'delivery',
    method: 'post',
    path: '/routes/:routeId/depart',
    access: ['courier'],
    summary: 'Leaves the warehouse. Every crate must be loaded or be stated as missing here.',
    params: one,
    body: z.strictObject({
      missing: z.array(z.strictObject({ crateId: CrateId, reason: Text(200) })).max(1_000),
      ...happenedAt,
    }),
    reply: RouteView,
    status: 200,
    errors: [...acted, 'CRATE_UNKNOWN', 'CRATES_NOT_LOADED'],
    idempotency: 'natural',
  }),
  reportPosition: endpoint({
    id: 'delivery.reportPosition',
    service: 'delivery',
    method: 'post',
    path: '/routes/:routeId/positions',
    access: ['courier'],
    summary:
      'Where the courier is, while the route is under way; the latest by `at` wins. The socket message report_position does the same.',
    params: one,
    body: z.strictObject({ position: Position, at: Instant }),
    errors: [...acted, 'POSITION_IMPLAUSIBLE'],
    idempotency: 'natural',
    audit: 'never',
    limits: [{ per: 'account', max: 120, windowSeconds: 60 }],
  }),
  finishRoute: endpoint({
    id: 'delivery.finishRoute',
    service: 'delivery',
    method: 'post',
    path: '/routes/:routeId/finish',
    access: ['courier'],
    summary: 'Ends the route; every stop must be handed over or failed.',
    params: one,
    body: z.strictObject(happenedAt),
    reply: RouteView,
    status: 200,
    errors: acted,
    idempotency: 'natural',
  }),
};
