import { CityDate, Instant, page, pageQuery, Position, Text } from '../common';
import { endpoint } from '../endpoint';
import { Payer } from '../events/orderFacts';
import { AccountId, CityId, CrateId, DiscrepancyId, PhotoId, PickupPointId, SkuId, StopId } from '../ids';
import { z } from '../zod';
import { happenedAt } from './routes';
import {
  ArrivalReason,
  DiscrepancyView,
  FailureReason,
  Holder,
  StopView,
  WarmCrateDecision,
} from './stopViews';

const one = z.strictObject({ stopId: StopId });
const units = z.int().min(0).max(100_000);
const acted = [
  'NOT_FOUND',
  'ROUTE_ACTION_NOT_ALLOWED',
  'STOP_ACTION_NOT_ALLOWED',
  'TIME_IMPLAUSIBLE',
] as const;

export const stopsApi = {
  listMyStops: endpoint({
    id: 'delivery.listMyStops',
    service: 'delivery',
    method: 'get',
    path: '/stops',
    access: ['leader'],
    summary:
      "Deliveries to the caller's pickup points: those of `pickupDate`, or of today and still open without it.",
    query: z.strictObject({
      pickupPointId: PickupPointId.optional(),
      pickupDate: CityDate.optional(),
      ...pageQuery,
    }),
    reply: page(StopView),
  }),
  getStop: endpoint({
    id: 'delivery.getStop',
    service: 'delivery',
    method: 'get',
    path: '/stops/:stopId',
    access: ['leader', 'courier', 'operator'],
    summary: 'One stop with what every crate holds: for its courier, the leader of its point, and operators.',
    params: one,
    reply: StopView,
    errors: ['NOT_FOUND'],
  }),
  arriveAtStop: endpoint({
    id: 'delivery.arriveAtStop',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/arrive',
    access: ['courier'],
    summary:
      "The courier stands at the pickup point; any pending stop of the route under way. With a position of the last two minutes that is farther than the city's `arrivalMetres` it is refused until `confirmedFar` says why.",
    params: one,
    body: z.strictObject({
      position: Position.optional(),
      /** When the phone was there; without it: at the arrival. */
      positionAt: Instant.optional(),
      confirmedFar: z
        .strictObject({ reason: ArrivalReason, note: Text(300).optional() })
        .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
          path: ['note'],
          message: 'another reason is to be said in words',
        })
        .optional(),
      ...happenedAt,
    }),
    reply: StopView,
    status: 200,
    errors: [...acted, 'ARRIVAL_FAR'],
    idempotency: 'natural',
  }),
  handOverStop: endpoint({
    id: 'delivery.handOverStop',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/hand-over',
    access: ['courier'],
    summary:
      'Puts the crates down, with the units counted in each and the temperature of cold ones. A loaded crate that is not named counts as empty. A cold crate above the city’s limit is kept as too warm and refused until an operator has decided.',
    params: one,
    body: z.strictObject({
      crates: z
        .array(z.strictObject({ crateId: CrateId, units, celsius: z.number().min(-40).max(60).optional() }))
        .max(500),
      ...happenedAt,
    }),
    reply: StopView,
    status: 200,
    errors: [...acted, 'CRATE_UNKNOWN', 'COUNT_IMPLAUSIBLE', 'TEMPERATURE_REQUIRED', 'CRATE_TOO_WARM'],
    idempotency: 'natural',
  }),
  decideWarmCrate: endpoint({
    id: 'delivery.decideWarmCrate',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/crates/:crateId/warm-decision',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Decides about a crate that came too warm, while the courier stands at the stop: `accept` lets it be handed over at the temperature that was measured, `send_back` has it counted as missing, so that its lines are refunded. Can be decided otherwise until the stop is handed over.',
    params: z.strictObject({ stopId: StopId, crateId: CrateId }),
    body: z.strictObject({ kind: WarmCrateDecision, reason: Text(300) }),
    reply: StopView,
    status: 200,
    errors: ['NOT_FOUND', 'CRATE_NOT_WARM', 'CHANGED_MEANWHILE'],
    idempotency: 'natural',
  }),
  failStop: endpoint({
    id: 'delivery.failStop',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/fail',
    access: ['courier'],
    summary: 'The delivery could not happen: why, with a photo taken before.',
    params: one,
    body: z.strictObject({
      reason: FailureReason,
      note: Text(300).optional(),
      photoId: PhotoId,
      ...happenedAt,
    }),
    reply: StopView,
    status: 200,
    errors: [...acted, 'PHOTO_REQUIRED'],
    idempotency: 'natural',
  }),
  tryStopAgain: endpoint({
    id: 'delivery.tryStopAgain',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/second-try',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Has a failed delivery tried again: the same crates on a new, planned route of this courier, which may be the same one. The answer is the new visit; while planned it can be moved to another route of the plan.',
    params: one,
    body: z.strictObject({ courierAccountId: AccountId, departAt: Instant.optional() }),
    reply: StopView,
    status: 201,
    errors: [
      'NOT_FOUND',
      'STOP_ACTION_NOT_ALLOWED',
      'COURIER_UNKNOWN',
      'CAPACITY_EXCEEDED',
      'CHANGED_MEANWHILE',
    ],
    idempotency: 'natural',
  }),
  sendStopBack: endpoint({
    id: 'delivery.sendStopBack',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/send-back',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'The goods of a failed delivery go back for good: every order of that pickup point is refunded in whole.',
    params: one,
    body: z.strictObject({ note: Text(300).optional() }),
    reply: StopView,
    status: 200,
    errors: ['NOT_FOUND', 'STOP_ACTION_NOT_ALLOWED', 'CHANGED_MEANWHILE'],
    idempotency: 'natural',
  }),
  confirmReceipt: endpoint({
    id: 'delivery.confirmReceipt',
    service: 'delivery',
    method: 'post',
    path: '/stops/:stopId/receipt',
    access: ['leader', 'operator'],
    rights: 'fresh',
    summary:
      'The leader’s own count: crates that are not named count as complete; of a named crate, the Skus that differ. Each difference needs who holds the goods, and a photo unless the courier stated the crate missing. Only once, after the courier handed over.',
    params: one,
    body: z.strictObject({
      differences: z
        .array(
          z.strictObject({
            crateId: CrateId,
            skuId: SkuId,
            /** Units that really came. */
            received: units,
            heldBy: Holder,
            note: Text(300).optional(),
            photoId: PhotoId.optional(),
          }),
        )
        .max(500),
      ...happenedAt,
    }),
    reply: StopView,
    status: 200,
    errors: [...acted, 'CRATE_UNKNOWN', 'COUNT_IMPLAUSIBLE', 'PHOTO_REQUIRED'],
    idempotency: 'natural',
  }),
  listDiscrepancies: endpoint({
    id: 'delivery.listDiscrepancies',
    service: 'delivery',
    method: 'get',
    path: '/discrepancies',
    access: ['leader', 'courier', 'operator'],
    summary:
      "Discrepancies, newest first: of a city for operators (with `cityId`), otherwise those of the caller's own stops.",
    query: z.strictObject({ cityId: CityId.optional(), ...pageQuery }),
    reply: page(DiscrepancyView),
  }),
  answerDiscrepancy: endpoint({
    id: 'delivery.answerDiscrepancy',
    service: 'delivery',
    method: 'post',
    path: '/discrepancies/:discrepancyId/answer',
    access: ['courier'],
    summary: 'What the courier says to a discrepancy of their own stop; given once.',
    params: z.strictObject({ discrepancyId: DiscrepancyId }),
    body: z.strictObject({ agreed: z.boolean(), note: Text(300).optional(), photoId: PhotoId.optional() }),
    reply: DiscrepancyView,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'PHOTO_REQUIRED'],
    idempotency: 'natural',
  }),
  decideDiscrepancy: endpoint({
    id: 'delivery.decideDiscrepancy',
    service: 'delivery',
    method: 'post',
    path: '/discrepancies/:discrepancyId/decision',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Ends a dispute: who bears what the shoppers got back for what is missing, and why. Their money does not wait for it. Can be decided otherwise for as many days as claims are taken after the receipt.',
    params: z.strictObject({ discrepancyId: DiscrepancyId }),
    body: z.strictObject({ payer: Payer, reason: Text(300) }),
    reply: DiscrepancyView,
    status: 200,
    errors: ['NOT_FOUND', 'DISPUTE_CLOSED', 'PAYER_NOT_NAMED'],
    idempotency: 'natural',
  }),
};
