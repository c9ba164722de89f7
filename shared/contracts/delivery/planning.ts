import { Bilingual, CityDate, Instant, page, pageQuery, Version } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, CityId, ConsolidationId, CycleId, FacilityId, PickupPointId } from '../ids';
import { z } from '../zod';
import { RouteCard } from './routes';

/** `collecting`: loads are being fetched from orders; `planning`: routes are being written. Both end by themselves. */
export const PlanStatus = z.enum(['collecting', 'to_plan', 'planning', 'planned', 'superseded']);
export type PlanStatus = z.infer<typeof PlanStatus>;

/** What a frozen consolidation asks of delivery, and whether routes were made for it. */
export const RoutePlanCard = z
  .object({
    consolidationId: ConsolidationId,
    cityId: CityId,
    cycleId: CycleId,
    pickupDate: CityDate,
    status: PlanStatus,
    version: Version,
    stops: z.int(),
    orders: z.int(),
    crates: z.object({ ambient: z.int(), cold: z.int() }),
    routes: z.int(),
    frozenAt: Instant,
  })
  .meta({ id: 'RoutePlanCard' });
export type RoutePlanCard = z.infer<typeof RoutePlanCard>;

export const RoutePlanView = z
  .object({
    plan: RoutePlanCard,
    routes: z.array(RouteCard),
    /** Pickup points with something to bring that no route visits: unknown to us, or served by an earlier version. */
    left: z.array(
      z.object({
        pickupPointId: PickupPointId,
        name: Bilingual(40).optional(),
        why: z.enum(['unknown_point', 'already_on_its_way', 'not_planned_yet']),
      }),
    ),
  })
  .meta({ id: 'RoutePlan' });
export type RoutePlanView = z.infer<typeof RoutePlanView>;

export const planningApi = {
  listRoutePlans: endpoint({
    id: 'delivery.listRoutePlans',
    service: 'delivery',
    method: 'get',
    path: '/route-plans',
    access: ['operator'],
    summary: 'What is to be planned and what was planned in a city, the latest pickup date first.',
    query: z.strictObject({ cityId: CityId, pickupDate: CityDate.optional(), ...pageQuery }),
    reply: page(RoutePlanCard),
  }),
  getRoutePlan: endpoint({
    id: 'delivery.getRoutePlan',
    service: 'delivery',
    method: 'get',
    path: '/route-plans/:consolidationId',
    access: ['operator'],
    summary: 'One plan with its routes.',
    params: z.strictObject({ consolidationId: ConsolidationId }),
    reply: RoutePlanView,
    errors: ['NOT_FOUND'],
  }),
  planRoutes: endpoint({
    id: 'delivery.planRoutes',
    service: 'delivery',
    method: 'post',
    path: '/route-plans',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Plans the routes of a consolidation from a warehouse with these couriers (all active ones of the city without): capacity, cold chain first, time windows, short tours. Plans anew as long as no route is being loaded. With the same Idempotency-Key, once.',
    body: z.strictObject({
      consolidationId: ConsolidationId,
      facilityId: FacilityId,
      courierAccountIds: z.array(AccountId).min(1).max(200).optional(),
      /** When the first courier leaves; without it, when the shift begins on the pickup date. */
      departAt: Instant.optional(),
    }),
    reply: RoutePlanView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'FACILITY_UNKNOWN',
      'COURIER_UNKNOWN',
      'NOTHING_TO_PLAN',
      'CAPACITY_EXCEEDED',
      'PLAN_SUPERSEDED',
      'PLAN_UNDER_WAY',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'stored',
  }),
};
