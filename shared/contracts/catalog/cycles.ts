import { CityDate, Instant, page, pageQuery, Version } from '../common';
import { endpoint } from '../endpoint';
import { CityId, CycleId, OfferId, PickupPointId, SkuId } from '../ids';
import { z } from '../zod';
import { seenVersion } from './common';

export const Cycle = z
  .object({
    cycleId: CycleId,
    cityId: CityId,
    timeZone: z.string(),
    /** Orders are taken from `opensAt` on and before `cutoffAt`. */
    opensAt: Instant,
    cutoffAt: Instant,
    pickupDate: CityDate,
    version: Version,
  })
  .meta({ id: 'Cycle' });
export type Cycle = z.infer<typeof Cycle>;

/** Stock of one offer: what there was at first, what was added or taken, and where it is now. */
const stockFigures = {
  initial: z.int(),
  /** Sum of all stock adjustments; may be negative. */
  adjusted: z.int(),
  available: z.int(),
  /** Held for unpaid orders. */
  held: z.int(),
  sold: z.int(),
  /** initial + adjusted − available − held − sold: zero, or something is wrong. */
  difference: z.int(),
};
export const StockBooks = z
  .object({
    cycleId: CycleId,
    totals: z.object(stockFigures),
    balanced: z.boolean(),
    offers: page(
      z.object({
        offerId: OfferId,
        skuId: SkuId,
        title: z.object({ zh: z.string(), en: z.string() }),
        pack: z.object({ zh: z.string(), en: z.string() }),
        onSale: z.boolean(),
        ...stockFigures,
      }),
    ),
  })
  .meta({ id: 'StockBooks' });

const cycleId = z.strictObject({ cycleId: CycleId });

export const cyclesApi = {
  readCurrentCycle: endpoint({
    id: 'catalog.readCurrentCycle',
    service: 'catalog',
    method: 'get',
    path: '/cycles/current',
    access: 'public',
    summary:
      'The cycle that takes orders at this moment at a pickup point (or in a city), and the one after it.',
    query: z
      .strictObject({ pickupPointId: PickupPointId.optional(), cityId: CityId.optional() })
      .refine(({ pickupPointId, cityId }) => (pickupPointId === undefined) !== (cityId === undefined), {
        error: 'name a pickupPointId or a cityId',
      }),
    reply: z.object({
      cityId: CityId,
      cycle: Cycle.optional(),
      /** The earliest cycle that has not opened yet. */
      next: Cycle.optional(),
      /** For countdowns: clocks of phones are wrong. */
      serverTime: Instant,
    }),
    errors: ['NOT_FOUND'],
  }),
  listCycles: endpoint({
    id: 'catalog.listCycles',
    service: 'catalog',
    method: 'get',
    path: '/cycles',
    access: ['operator'],
    summary: 'Cycles of a city, latest cutoff first.',
    query: z.strictObject({ ...pageQuery, cityId: CityId }),
    reply: page(Cycle),
  }),
  scheduleCycle: endpoint({
    id: 'catalog.scheduleCycle',
    service: 'catalog',
    method: 'post',
    path: '/cycles',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Schedules a selling window that has not begun; windows of one city do not overlap.',
    body: z.strictObject({ cityId: CityId, opensAt: Instant, cutoffAt: Instant, pickupDate: CityDate }),
    reply: Cycle,
    status: 201,
    errors: ['NOT_FOUND', 'CYCLE_NOT_EDITABLE', 'ALREADY_EXISTS'],
    idempotency: 'stored',
  }),
  readCycle: endpoint({
    id: 'catalog.readCycle',
    service: 'catalog',
    method: 'get',
    path: '/cycles/:cycleId',
    access: 'public',
    summary: 'When a cycle opens, closes and is collected.',
    params: cycleId,
    reply: Cycle,
    errors: ['NOT_FOUND'],
  }),
  rescheduleCycle: endpoint({
    id: 'catalog.rescheduleCycle',
    service: 'catalog',
    method: 'patch',
    path: '/cycles/:cycleId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Moves a cycle that has not opened yet; what is not named stays.',
    params: cycleId,
    body: z.strictObject({
      ...seenVersion,
      opensAt: Instant.optional(),
      cutoffAt: Instant.optional(),
      pickupDate: CityDate.optional(),
    }),
    reply: Cycle,
    status: 200,
    errors: ['NOT_FOUND', 'CYCLE_NOT_EDITABLE', 'CHANGED_MEANWHILE', 'ALREADY_EXISTS'],
    idempotency: 'stored',
  }),
  copyOffers: endpoint({
    id: 'catalog.copyOffers',
    service: 'catalog',
    method: 'post',
    path: '/cycles/:cycleId/copies',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Copies the offers of another cycle of the city into this one, with their first stock. A Sku that this cycle offers already is left out; a strike-through price comes along only when it is still lawful.',
    params: cycleId,
    body: z.strictObject({ fromCycleId: CycleId }),
    reply: z.object({ copied: z.int(), leftOut: z.int() }),
    status: 200,
    errors: ['NOT_FOUND', 'CYCLE_NOT_EDITABLE'],
    idempotency: 'natural',
  }),
  readStockBooks: endpoint({
    id: 'catalog.readStockBooks',
    service: 'catalog',
    method: 'get',
    path: '/cycles/:cycleId/stock-books',
    access: ['operator'],
    summary:
      'Where all stock of a cycle is, offer by offer, with the totals of the whole cycle; `sort=low` begins with what is nearly gone.',
    params: cycleId,
    query: z.strictObject({ ...pageQuery, sort: z.enum(['sku', 'low']).default('sku') }),
    reply: StockBooks,
    errors: ['NOT_FOUND'],
  }),
};
