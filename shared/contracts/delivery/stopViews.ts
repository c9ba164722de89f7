import { Bilingual, CityDate, Instant, Position, TimeWindow } from '../common';
import {
  AccountId,
  CityId,
  ConsolidationId,
  CrateId,
  DiscrepancyId,
  PhotoId,
  PickupPointId,
  RouteId,
  SkuId,
  StopId,
} from '../ids';
import { Payer } from '../events/orderFacts';
import { Temperature } from '../internal/catalog';
import { StopStatus } from '../realtime';
import { z } from '../zod';

/** Chilled and frozen goods travel together, apart from the others. */
export const CrateZone = z.enum(['ambient', 'cold']);
export type CrateZone = z.infer<typeof CrateZone>;

export const CrateItem = z.object({
  skuId: SkuId,
  title: Bilingual(80),
  temperature: Temperature,
  units: z.int().min(1),
});

/** What an operator decides about a crate that came too warm: it is taken as it is, or goes back to the warehouse. */
export const WarmCrateDecision = z.enum(['accept', 'send_back']);
export type WarmCrateDecision = z.infer<typeof WarmCrateDecision>;

export const CrateView = z
  .object({
    crateId: CrateId,
    /** What stands on it: the stop's number of the crate and its zone, `C2` or `A1`. */
    label: z.string(),
    zone: CrateZone,
    /** Units that should be in it. */
    units: z.int(),
    items: z.array(CrateItem),
    loadedAt: Instant.optional(),
    /** Why it stayed behind. */
    missing: z.string().optional(),
    /** The warmest at which it may be handed over; absent for ambient goods. */
    maxCelsius: z.number().optional(),
    /** It was too warm at the stop. Undecided, it is not handed over. */
    warm: z
      .object({
        celsius: z.number(),
        at: Instant,
        decision: z
          .object({ kind: WarmCrateDecision, reason: z.string(), at: Instant, by: AccountId.optional() })
          .optional(),
      })
      .optional(),
    /** What the courier counted when handing it over; the temperature for cold crates. */
    handedOver: z.object({ units: z.int(), celsius: z.number().optional() }).optional(),
  })
  .meta({ id: 'Crate' });
export type CrateView = z.infer<typeof CrateView>;

/** Where the goods that are missing (or too many) are, as far as the reporter knows. */
export const Holder = z.enum(['supplier', 'facility', 'courier', 'leader', 'nobody']);
export type Holder = z.infer<typeof Holder>;

export const DiscrepancyView = z
  .object({
    discrepancyId: DiscrepancyId,
    stopId: StopId,
    routeId: RouteId,
    pickupPointId: PickupPointId,
    crateId: CrateId,
    skuId: SkuId,
    title: Bilingual(80),
    expected: z.int(),
    received: z.int(),
    heldBy: Holder,
    note: z.string().optional(),
    photoId: PhotoId.optional(),
    reportedAt: Instant,
    /** What the courier says to it. */
    answer: z
      .object({ agreed: z.boolean(), note: z.string().optional(), photoId: PhotoId.optional(), at: Instant })
      .optional(),
    /** Who bears what the shoppers got back for it, and why; the last decision counts. */
    decision: z.object({ payer: Payer, reason: z.string(), at: Instant, by: AccountId }).optional(),
  })
  .meta({ id: 'Discrepancy' });
export type DiscrepancyView = z.infer<typeof DiscrepancyView>;

export const failureReasons = [
  'nobody_there',
  'no_access',
  'point_closed',
  'refused',
  'goods_spoiled',
  'vehicle_broken',
  'other',
] as const;
export const FailureReason = z.enum(failureReasons);
export type FailureReason = z.infer<typeof FailureReason>;

export const arrivalReasons = ['position_wrong', 'met_elsewhere', 'point_misplaced', 'other'] as const;
/** Why a courier has arrived though the phone is far from the pickup point. */
export const ArrivalReason = z.enum(arrivalReasons);
export type ArrivalReason = z.infer<typeof ArrivalReason>;

/** One visit, as courier, leader and operators see it. */
export const StopView = z
  .object({
    stopId: StopId,
    routeId: RouteId,
    cityId: CityId,
    consolidationId: ConsolidationId,
    pickupDate: CityDate,
    /** 1 for the first stop of the route. */
    sequence: z.int(),
    status: StopStatus,
    pickupPoint: z.object({
      pickupPointId: PickupPointId,
      name: Bilingual(40),
      address: z.string(),
      position: Position,
      openingHours: z.array(TimeWindow),
      leaderName: z.string().optional(),
      leaderPhone: z.string().optional(),
    }),
    /** Orders of neighbours that it brings. */
    orders: z.int(),
    courierAccountId: AccountId,
    courierName: z.string(),
    crates: z.array(CrateView),
    /** While it lies ahead. */
    eta: Instant.optional(),
    arrivedAt: Instant.optional(),
    /** Farther than this from the pickup point an arrival needs a reason. */
    arrivalMetres: z.int(),
    /** Absent when the courier's phone stood at the pickup point; `unplaced`: it did not tell where it was. */
    arrivalDoubt: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('far'),
          metres: z.int(),
          reason: ArrivalReason,
          note: z.string().optional(),
        }),
        z.object({ kind: z.literal('unplaced') }),
      ])
      .optional(),
    handedOverAt: Instant.optional(),
    failure: z
      .object({
        reason: FailureReason,
        note: z.string().optional(),
        photoId: PhotoId.optional(),
        at: Instant,
      })
      .optional(),
    /** What an operator decided after the failure. */
    resolution: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('second_try'), stopId: StopId, routeId: RouteId, at: Instant }),
        z.object({ kind: z.literal('sent_back'), note: z.string().optional(), at: Instant }),
      ])
      .optional(),
    /** The leader's own count. */
    receipt: z
      .object({
        receivedAt: Instant,
        received: z.array(z.object({ skuId: SkuId, expected: z.int(), units: z.int() })),
        discrepancies: z.array(DiscrepancyView),
      })
      .optional(),
  })
  .meta({ id: 'Stop' });
export type StopView = z.infer<typeof StopView>;
