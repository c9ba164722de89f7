import { Bilingual, CityDate, Instant, Version } from '../common';
import {
  AccountId,
  CityId,
  ConsolidationId,
  CycleId,
  LotId,
  PurchaseOrderId,
  ReceiptId,
  SkuId,
  SupplierId,
  SupplierPaymentId,
} from '../ids';
import { SoldBy, Temperature } from '../internal/catalog';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';

/**
 * How far a purchase order has come. `short`: the supplier says that less comes. `received`: all that was ordered, or that the supplier
 * said would come, is there. `cancelled`: a newer version of its consolidation buys nothing there any more.
 */
export const SupplierOrderState = z.enum([
  'to_send',
  'sent',
  'seen',
  'confirmed',
  'short',
  'partly_received',
  'received',
  'cancelled',
]);
export type SupplierOrderState = z.infer<typeof SupplierOrderState>;

const names = {
  supplierId: SupplierId,
  supplierName: z.string(),
  /** Absent: it has no English name. */
  supplierNameEn: z.string().optional(),
};

const head = {
  purchaseOrderId: PurchaseOrderId,
  /** What people call it: `20261201-7F3K9Q2A`. */
  number: z.string(),
  ...names,
  cityId: CityId,
  cycleId: CycleId,
  /** The newest version of the consolidation that it buys for. */
  consolidationId: ConsolidationId,
  pickupDate: CityDate,
  /** The city's day on which it was ordered. */
  orderedOn: CityDate,
  neededBy: Instant,
  state: SupplierOrderState,
  total: Money,
  received: Money,
  /** Units that neighbours ordered and that the supplier says will not come. */
  missingUnits: z.int(),
  /** Mail about it that could not be sent yet. */
  mailFails: z.boolean(),
  version: Version,
};

/** A purchase order as lists show it. */
export const SupplierOrderCard = z
  .object({ ...head, goods: z.int(), units: z.int(), receivedUnits: z.int() })
  .meta({ id: 'SupplierOrderCard' });
export type SupplierOrderCard = z.infer<typeof SupplierOrderCard>;

export const SupplierOrderLine = z
  .object({
    skuId: SkuId,
    title: Bilingual(80),
    pack: Bilingual(60),
    temperature: Temperature,
    soldBy: SoldBy,
    lotId: LotId.optional(),
    /** Units that neighbours ordered. */
    wantedUnits: z.int(),
    caseUnits: z.int(),
    cases: z.int(),
    /** Units that are bought: whole cases. */
    units: z.int(),
    /** As it was when this was ordered. */
    unitCost: Money,
    total: Money,
    /** Units that the supplier says will come; absent: it has not answered. */
    comingUnits: z.int().optional(),
    /** Units that neighbours ordered and that the supplier says will not come. */
    missingUnits: z.int(),
    receivedUnits: z.int(),
  })
  .meta({ id: 'SupplierOrderLine' });
export type SupplierOrderLine = z.infer<typeof SupplierOrderLine>;

const UnitsOf = z.object({ skuId: SkuId, title: Bilingual(80), before: z.int(), after: z.int() });

/** Goods that came, or a correction of what was counted: then units are the difference. */
export const SupplierReceipt = z
  .object({
    receiptId: ReceiptId,
    at: Instant,
    /** The city's day on which it came. */
    day: CityDate,
    by: AccountId,
    /** What it corrects, and why. */
    corrects: ReceiptId.optional(),
    reason: z.string().optional(),
    note: z.string().optional(),
    /** What the supplier is owed for it; negative where a correction takes away. */
    cost: SignedMoney,
    lines: z.array(
      z.object({
        skuId: SkuId,
        title: Bilingual(80),
        pack: Bilingual(60),
        units: z.int(),
        unitCost: Money,
        cost: SignedMoney,
        grams: z.int().optional(),
        celsius: z.number().optional(),
        /** It was warmer than it should be, and taken. */
        warm: z.boolean(),
        lotId: LotId.optional(),
        lotCode: z.string().optional(),
        bestBefore: CityDate.optional(),
      }),
    ),
  })
  .meta({ id: 'SupplierReceipt' });
export type SupplierReceipt = z.infer<typeof SupplierReceipt>;

/** A purchase order with everything about it. */
export const SupplierOrder = z
  .object({
    ...head,
    timeZone: z.string(),
    lines: z.array(SupplierOrderLine),
    /** What newer versions of the consolidation changed, oldest first. */
    changes: z.array(z.object({ at: Instant, lines: z.array(UnitsOf) })),
    sendings: z.array(
      z.object({
        at: Instant,
        by: z.enum(['mail', 'link']),
        to: z.string().optional(),
        /** When the mail left; absent: it is still being tried, or it was a link. */
        leftAt: Instant.optional(),
      }),
    ),
    seenAt: Instant.optional(),
    answers: z.array(
      z.object({ at: Instant, by: z.enum(['supplier', 'operator']), note: z.string().optional() }),
    ),
    /** Until when the supplier can answer. */
    answerBy: Instant,
    answerable: z.boolean(),
    /** When the link that was given out ends; absent: there is none. */
    linkEndsAt: Instant.optional(),
    receipts: z.array(SupplierReceipt),
  })
  .meta({ id: 'SupplierOrder' });
export type SupplierOrder = z.infer<typeof SupplierOrder>;

export const SupplierLink = z.object({ url: z.url(), endsAt: Instant }).meta({ id: 'SupplierLink' });
export type SupplierLink = z.infer<typeof SupplierLink>;

export const SupplierAccount = z
  .object({
    ...names,
    /** What it is owed; negative: it owes. */
    owed: SignedMoney,
  })
  .meta({ id: 'SupplierAccount' });
export type SupplierAccount = z.infer<typeof SupplierAccount>;

export const SupplierPayment = z
  .object({
    paymentId: SupplierPaymentId,
    supplierId: SupplierId,
    /** Negative: it takes back the payment that it names. */
    amount: SignedMoney,
    paidOn: CityDate,
    reference: z.string(),
    note: z.string().optional(),
    recordedAt: Instant,
    recordedBy: AccountId,
    reverses: SupplierPaymentId.optional(),
    reversedBy: SupplierPaymentId.optional(),
  })
  .meta({ id: 'SupplierPayment' });
export type SupplierPayment = z.infer<typeof SupplierPayment>;

const amountOf = z.object({ units: z.int(), total: SignedMoney });

/**
 * A supplier's account over a period. `openingOwed` + `delivered` + `claims` + `other` − `paid` = `closingOwed`. What was ordered and what
 * is short is of the purchase orders that were made in the period; delivered is what came in it, also of earlier ones.
 */
export const SupplierStatement = z
  .object({
    ...names,
    from: CityDate,
    to: CityDate,
    openingOwed: SignedMoney,
    ordered: amountOf,
    delivered: SignedMoney,
    short: amountOf,
    /** What the supplier bears of refunds; negative. */
    claims: SignedMoney,
    other: SignedMoney,
    paid: SignedMoney,
    closingOwed: SignedMoney,
    /** The purchase orders that were made in the period, oldest first. */
    purchaseOrders: z.array(
      z.object({
        purchaseOrderId: PurchaseOrderId,
        number: z.string(),
        orderedOn: CityDate,
        pickupDate: CityDate,
        ordered: amountOf,
        /** Of this purchase order, whenever it came. */
        delivered: amountOf,
        short: amountOf,
      }),
    ),
  })
  .meta({ id: 'SupplierStatement' });
export type SupplierStatement = z.infer<typeof SupplierStatement>;

export const SupplierStatementLine = z
  .object({
    /** Of the ledger's entry. */
    entryId: z.string(),
    day: CityDate,
    at: Instant,
    kind: z.enum(['delivered', 'corrected', 'claim', 'paid', 'reversed', 'other']),
    /** What it adds to what is owed. */
    amount: SignedMoney,
    purchaseOrderId: PurchaseOrderId.optional(),
    number: z.string().optional(),
    receiptId: ReceiptId.optional(),
    paymentId: SupplierPaymentId.optional(),
    claimId: z.string().optional(),
    /** Of a receipt: what came; of a payment: the bank's reference; of a correction: why. */
    units: z.int().optional(),
    goods: z
      .array(z.object({ title: Bilingual(80), pack: Bilingual(60), units: z.int(), unitCost: Money }))
      .optional(),
    reference: z.string().optional(),
  })
  .meta({ id: 'SupplierStatementLine' });
export type SupplierStatementLine = z.infer<typeof SupplierStatementLine>;
