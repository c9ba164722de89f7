import { Bilingual, Grams, Instant } from '../common';
import { Fulfilment } from '../events/orders';
import {
  CityId,
  ConsolidationId,
  CycleId,
  LineId,
  LotId,
  OrderId,
  PickupPointId,
  PurchaseOrderId,
  SkuId,
  SupplierId,
} from '../ids';
import { Temperature } from '../internal/catalog';
import { Money } from '../money';
import { z } from '../zod';

/**
 * The frozen totals of one cycle in one city. It is never edited: a correction makes the next version, and this one then names
 * what replaced it.
 */
export const ConsolidationView = z
  .object({
    consolidationId: ConsolidationId,
    cityId: CityId,
    cycleId: CycleId,
    version: z.int().min(1),
    pickupDate: z.string(),
    frozenAt: Instant,
    supersededBy: ConsolidationId.optional(),
    supersedes: ConsolidationId.optional(),
    reason: z.string().optional(),
    /** Orders that are delivered (wholly or in part). */
    orders: z.int(),
    /** Orders that ended in a full refund at cutoff. */
    failedOrders: z.int(),
    pickupPoints: z.int(),
    units: z.int(),
    /** What the delivered lines cost their shoppers, after tier prices. */
    goodsTotal: Money,
    groupBuysFormed: z.int(),
    groupBuysFailed: z.int(),
    /** Lines that were dropped because a supplier's minimum was not reached, with the units that were ordered. */
    droppedSkus: z.array(
      z.object({
        skuId: SkuId,
        title: Bilingual(80),
        units: z.int(),
        reason: z.enum(['supplier_minimum', 'supplier_shortage']),
      }),
    ),
    weighedLinesOpen: z.int(),
  })
  .meta({ id: 'Consolidation' });
export type ConsolidationView = z.infer<typeof ConsolidationView>;

/** Where the closing of a cycle stands. */
export const ClosingView = z
  .object({
    cycleId: CycleId,
    cityId: CityId,
    /** `waiting` until cutoff, `draining` while payments begun in time may finish, then `consolidating`, then `frozen`. */
    phase: z.enum(['waiting', 'draining', 'consolidating', 'frozen']),
    cutoffAt: Instant,
    ordersInFlight: z.int(),
    consolidationId: ConsolidationId.optional(),
  })
  .meta({ id: 'Closing' });

export const PurchaseOrderView = z
  .object({
    purchaseOrderId: PurchaseOrderId,
    supplierId: SupplierId,
    supplierName: z.string(),
    supplierNameEn: z.string().optional(),
    lines: z.array(
      z.object({
        skuId: SkuId,
        title: Bilingual(80),
        pack: Bilingual(60),
        lotId: LotId.optional(),
        /** Units that shoppers ordered. */
        units: z.int(),
        caseUnits: z.int(),
        /** Cases to buy: units rounded up. */
        cases: z.int(),
        /** Units that the cases hold beyond what was ordered. */
        surplusUnits: z.int(),
      }),
    ),
  })
  .meta({ id: 'PurchaseOrder' });

export const PickListLine = z
  .object({
    skuId: SkuId,
    title: Bilingual(80),
    pack: Bilingual(60),
    temperature: Temperature,
    supplierName: z.string(),
    supplierNameEn: z.string().optional(),
    units: z.int(),
    /** Nominal weight of all units together. */
    grams: z.int(),
    pickupPoints: z.int(),
  })
  .meta({ id: 'PickListLine' });

export const SortListStop = z
  .object({
    pickupPointId: PickupPointId,
    pickupPointName: z.string(),
    pickupPointNameEn: z.string().optional(),
    orders: z.int(),
    skus: z.array(
      z.object({
        skuId: SkuId,
        title: Bilingual(80),
        /** Packs of the same goods differ in nothing else. */
        pack: Bilingual(60),
        temperature: Temperature,
        units: z.int(),
      }),
    ),
  })
  .meta({ id: 'SortListStop' });

export const PickupListOrder = z
  .object({
    pickupPointId: PickupPointId,
    pickupPointName: z.string(),
    pickupPointNameEn: z.string().optional(),
    orderId: OrderId,
    recipientName: z.string(),
    phoneTail: z.string(),
    fulfilment: Fulfilment,
    /** The door that it is brought to. */
    address: z.string().optional(),
    note: z.string().optional(),
    lines: z.array(
      z.object({ lineId: LineId, skuId: SkuId, title: Bilingual(80), pack: Bilingual(60), units: z.int() }),
    ),
  })
  .meta({ id: 'PickupListOrder' });

/** A weighed line whose real weight is not known yet. */
export const WeighingTask = z
  .object({
    orderId: OrderId,
    lineId: LineId,
    pickupPointId: PickupPointId,
    skuId: SkuId,
    title: Bilingual(80),
    units: z.int(),
    nominalGrams: Grams,
    maxChargedGrams: Grams,
  })
  .meta({ id: 'WeighingTask' });

/** A weight that was recorded and can still be corrected. */
export const RecordedWeight = z
  .object({
    ...WeighingTask.shape,
    recordedGrams: Grams,
    /** Whose goods they are. */
    recipientName: z.string(),
    phoneTail: z.string(),
    /** The payment was taken: only a lower weight can be recorded, and the difference is refunded. */
    charged: z.boolean(),
  })
  .meta({ id: 'RecordedWeight' });
