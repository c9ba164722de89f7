import { Bilingual, CityDate, Instant, page, pageQuery, Quantity } from '../common';
import { endpoint } from '../endpoint';
import {
  AccountId,
  CategoryId,
  CityId,
  CycleId,
  LineId,
  LotId,
  OfferId,
  OrderId,
  ProductId,
  SkuId,
  SupplierId,
} from '../ids';
import { Money } from '../money';
import { z } from '../zod';
import { CityTerms } from './cityTerms';
import { SoldBy, Temperature } from './goods';
import { supplyInternal } from './supply';

export { SoldBy, Temperature };

/** A cheaper price for everybody of a pickup point once its neighbours together bought `fromUnits`. */
export const PriceTier = z.strictObject({ fromUnits: z.int().min(2).max(100_000), price: Money });
export type PriceTier = z.infer<typeof PriceTier>;

/** What must come together at one pickup point before cutoff, or the offer is refunded there. */
export const GroupTarget = z.strictObject({
  kind: z.enum(['shoppers', 'units']),
  count: z.int().min(2).max(100_000),
});
export type GroupTarget = z.infer<typeof GroupTarget>;

/** Everything about an Offer that pricing, buying and grouping need; stock is not part of it. */
export const OfferTerms = z.object({
  offerId: OfferId,
  cycleId: CycleId,
  cityId: CityId,
  productId: ProductId,
  skuId: SkuId,
  categoryId: CategoryId,
  title: Bilingual(80),
  /** The pack in words: "约 500 克 / about 500 g". */
  pack: Bilingual(60),
  pictureUrl: z.string().optional(),
  soldBy: SoldBy,
  /** Weight of one unit; for `weight` the price depends on the real one. */
  nominalGrams: z.int().min(1),
  /** Per unit for `piece`, per 500 g for `weight`. */
  price: Money,
  tiers: z.array(PriceTier),
  group: GroupTarget.optional(),
  limitPerShopper: z.int().min(1).optional(),
  flash: z.boolean(),
  commissionBasisPoints: z.int(),
  temperature: Temperature,
  /** Fresh goods have the short claim window. */
  fresh: z.boolean(),
  supplierId: SupplierId,
  supplierName: z.string(),
  /** Absent: it has no English name. */
  supplierNameEn: z.string().optional(),
  /** Units that the supplier packs into one case. */
  caseUnits: z.int().min(1),
  /** What the supplier wants at least of this Sku, in units; less is dropped and refunded. */
  supplierMinimumUnits: z.int().min(0),
  lotId: LotId.optional(),
  /** Whether it is offered at all; a withdrawn offer stays known to the orders that have it. */
  onSale: z.boolean(),
  version: z.int(),
});
export type OfferTerms = z.infer<typeof OfferTerms>;

export const CycleTerms = z.object({
  cycleId: CycleId,
  cityId: CityId,
  timeZone: z.string(),
  opensAt: Instant,
  cutoffAt: Instant,
  pickupDate: CityDate,
});
export type CycleTerms = z.infer<typeof CycleTerms>;

/** Names one try to place an order: several of one order may be under way, and each takes back only what it took. */
const PlacingName = z.string().min(1).max(64);

const reservationLine = z.strictObject({ lineId: LineId, offerId: OfferId, quantity: Quantity });

export const ReservationStatus = z.enum(['held', 'confirmed', 'released']);
export const Reservation = z.object({
  orderId: OrderId,
  status: ReservationStatus,
  expiresAt: Instant,
  lines: z.array(reservationLine),
});
export type Reservation = z.infer<typeof Reservation>;

export const catalogInternal = {
  ...supplyInternal,
  getCityRules: endpoint({
    id: 'catalog.getCityRules',
    service: 'catalog',
    method: 'get',
    path: '/internal/cities/:cityId/rules',
    access: 'internal',
    summary: 'The business numbers of a city, and where it is.',
    params: z.strictObject({ cityId: CityId }),
    reply: CityTerms,
  }),
  listCityRules: endpoint({
    id: 'catalog.listCityRules',
    service: 'catalog',
    method: 'get',
    path: '/internal/cities',
    access: 'internal',
    summary: 'The same of all cities, for services that keep a copy.',
    query: z.strictObject({ ...pageQuery }),
    reply: page(CityTerms),
  }),
  getCycleTerms: endpoint({
    id: 'catalog.getCycleTerms',
    service: 'catalog',
    method: 'get',
    path: '/internal/cycles/:cycleId',
    access: 'internal',
    summary: 'When a cycle opens, closes and is collected.',
    params: z.strictObject({ cycleId: CycleId }),
    reply: CycleTerms,
    errors: ['NOT_FOUND'],
  }),
  listCyclesByCutoff: endpoint({
    id: 'catalog.listCyclesByCutoff',
    service: 'catalog',
    method: 'get',
    path: '/internal/cycles',
    access: 'internal',
    summary: 'Cycles whose cutoff lies in [from, to), earliest first: what must be closed is found by query.',
    query: z.strictObject({ from: Instant, to: Instant }),
    reply: z.object({ cycles: z.array(CycleTerms) }),
  }),
  getOpenCycle: endpoint({
    id: 'catalog.getOpenCycle',
    service: 'catalog',
    method: 'get',
    path: '/internal/cities/:cityId/open-cycle',
    access: 'internal',
    summary: 'The cycle of a city that takes orders at this moment, if any.',
    params: z.strictObject({ cityId: CityId }),
    reply: z.object({ cycle: CycleTerms.optional() }),
  }),
  getOfferTerms: endpoint({
    id: 'catalog.getOfferTerms',
    service: 'catalog',
    method: 'post',
    path: '/internal/offers/terms',
    access: 'internal',
    summary: 'The terms of up to 500 offers; unknown ones are left out.',
    body: z.strictObject({ offerIds: z.array(OfferId).min(1).max(500) }),
    reply: z.object({ offers: z.array(OfferTerms) }),
    idempotency: 'natural',
  }),
  readStockLeft: endpoint({
    id: 'catalog.readStockLeft',
    service: 'catalog',
    method: 'post',
    path: '/internal/offers/stock-left',
    access: 'internal',
    summary: 'How many units of up to 500 offers can be had at this moment; unknown ones are left out.',
    body: z.strictObject({ offerIds: z.array(OfferId).min(1).max(500) }),
    reply: z.object({ offers: z.array(z.object({ offerId: OfferId, left: z.int() })) }),
    status: 200,
    idempotency: 'natural',
  }),
  findOffersOfSkus: endpoint({
    id: 'catalog.findOffersOfSkus',
    service: 'catalog',
    method: 'post',
    path: '/internal/cycles/:cycleId/offers-of-skus',
    access: 'internal',
    summary:
      'The offers on sale of some Skus in one cycle, at most one per Sku: to order again what was bought before. Skus that it does not sell are left out.',
    params: z.strictObject({ cycleId: CycleId }),
    body: z.strictObject({ skuIds: z.array(SkuId).min(1).max(100) }),
    reply: z.object({ offers: z.array(OfferTerms) }),
    status: 200,
    idempotency: 'natural',
  }),
  reserve: endpoint({
    id: 'catalog.reserve',
    service: 'catalog',
    method: 'post',
    path: '/internal/reservations',
    access: 'internal',
    summary:
      'Holds stock for all lines of an order or for none. Idempotent by order id; the stock stays held while one of the tries that asked for it counts on it. Checks that every offer is on sale in the given cycle, that the cycle is open at this moment, and per-shopper limits (paid plus reserved).',
    body: z.strictObject({
      orderId: OrderId,
      placing: PlacingName,
      accountId: AccountId,
      cycleId: CycleId,
      lines: z.array(reservationLine).min(1).max(60),
    }),
    reply: z.object({ reservation: Reservation, offers: z.array(OfferTerms) }),
    status: 200,
    errors: ['OUT_OF_STOCK', 'LIMIT_EXCEEDED', 'OFFER_NOT_ON_SALE', 'CYCLE_CLOSED', 'RESERVATION_ENDED'],
    idempotency: 'natural',
  }),
  confirmReservation: endpoint({
    id: 'catalog.confirmReservation',
    service: 'catalog',
    method: 'post',
    path: '/internal/reservations/:orderId/confirm',
    access: 'internal',
    summary:
      'Turns the hold of a paid order into its allocation. When the hold was given back already, takes the stock again for all lines or answers OUT_OF_STOCK; an allocation that was given back stays so (RESERVATION_ENDED). Idempotent.',
    params: z.strictObject({ orderId: OrderId }),
    reply: Reservation,
    status: 200,
    errors: ['OUT_OF_STOCK', 'LIMIT_EXCEEDED', 'NOT_FOUND', 'RESERVATION_ENDED'],
    idempotency: 'natural',
  }),
  releaseReservation: endpoint({
    id: 'catalog.releaseReservation',
    service: 'catalog',
    method: 'post',
    path: '/internal/reservations/:orderId/release',
    access: 'internal',
    summary:
      'Gives back all stock of an order, held or allocated. Idempotent; an unknown order has nothing to give back.',
    params: z.strictObject({ orderId: OrderId }),
    reply: z.object({ released: z.boolean() }),
    status: 200,
    idempotency: 'natural',
  }),
  leaveReservation: endpoint({
    id: 'catalog.leaveReservation',
    service: 'catalog',
    method: 'post',
    path: '/internal/reservations/:orderId/leave',
    access: 'internal',
    summary:
      'One try to place an order came to nothing: its stock is given back, unless another try of the same order counts on it or it was paid. The order may be tried again. Idempotent.',
    params: z.strictObject({ orderId: OrderId }),
    body: z.strictObject({ placing: PlacingName }),
    reply: z.object({
      /** Another try of the same order counts on its stock. */
      wantedByOthers: z.boolean(),
    }),
    status: 200,
    idempotency: 'natural',
  }),
  returnLines: endpoint({
    id: 'catalog.returnLines',
    service: 'catalog',
    method: 'post',
    path: '/internal/reservations/:orderId/return-lines',
    access: 'internal',
    summary:
      'Gives back the allocation of some lines (a group that did not form, a line below the minimum). Idempotent by line.',
    params: z.strictObject({ orderId: OrderId }),
    body: z.strictObject({ lineIds: z.array(LineId).min(1).max(60) }),
    reply: Reservation,
    status: 200,
    errors: ['NOT_FOUND', 'RESERVATION_ENDED'],
    idempotency: 'natural',
  }),
};
