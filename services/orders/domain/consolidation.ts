import { type Bilingual } from '#shared/contracts/common';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CycleId,
  type LineId,
  type LotId,
  type OrderId,
  type PickupPointId,
  type PurchaseOrderId,
  type SkuId,
  type SupplierId,
} from '#shared/contracts/ids';
import { type Temperature } from '#shared/contracts/internal/catalog';
import { phoneTail } from '#shared/contracts/phone';
import { derivedId } from '#shared/kit/ids';
import { roundToCases } from './cutoff/purchase';
import { type OrderLine } from './line';
import { doorOf, type Order } from './order';
import { refundableOfLine } from './refunds';

/** One Sku at one pickup point, or in the whole city. */
export type SkuTotal = {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly pack: Bilingual;
  readonly temperature: Temperature;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly supplierNameEn?: string;
  readonly caseUnits: number;
  readonly lotId?: LotId;
  readonly units: number;
  /** Nominal weight of all units. */
  readonly grams: number;
  /** Pickup points that get some. */
  readonly pickupPoints: number;
};

/** What a frozen consolidation brings to one pickup point. */
export type StopTotals = {
  readonly consolidationId: ConsolidationId;
  readonly pickupPointId: PickupPointId;
  readonly pickupPointName: string;
  readonly pickupPointNameEn?: string;
  readonly orders: number;
  readonly units: number;
  /** What the lines cost their shoppers, in fen. */
  readonly goodsFen: number;
  readonly skus: readonly SkuTotal[];
};

/** An order as it stands in the pickup list. */
export type ListedOrder = {
  readonly consolidationId: ConsolidationId;
  readonly pickupPointId: PickupPointId;
  readonly pickupPointName: string;
  readonly pickupPointNameEn?: string;
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly recipientName: string;
  readonly phoneTail: string;
  readonly fulfilment: 'pickup' | 'door';
  readonly address?: string;
  readonly note?: string;
  readonly lines: readonly {
    readonly lineId: LineId;
    readonly skuId: SkuId;
    readonly title: Bilingual;
    readonly pack: Bilingual;
    readonly units: number;
  }[];
};

export type PurchaseOrder = {
  readonly purchaseOrderId: PurchaseOrderId;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly supplierNameEn?: string;
  readonly lines: readonly {
    readonly skuId: SkuId;
    readonly title: Bilingual;
    readonly pack: Bilingual;
    readonly lotId?: LotId;
    readonly units: number;
    readonly caseUnits: number;
    readonly cases: number;
    readonly surplusUnits: number;
  }[];
};

/** A Sku whose lines were dropped and refunded, with the units that were ordered. */
export type DroppedSku = {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly units: number;
  readonly reason: 'supplier_minimum' | 'supplier_shortage';
};

/** The frozen totals of a cycle in its city. Only `supersededBy` is ever added. */
export type Consolidation = {
  readonly id: ConsolidationId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly version: number;
  readonly pickupDate: string;
  readonly frozenAt: Date;
  readonly supersedes?: ConsolidationId;
  readonly supersededBy?: ConsolidationId;
  readonly reason?: string;
  readonly orders: number;
  readonly failedOrders: number;
  readonly pickupPoints: number;
  readonly units: number;
  readonly goodsFen: number;
  readonly groupBuysFormed: number;
  readonly groupBuysFailed: number;
  readonly droppedSkus: readonly DroppedSku[];
  readonly purchaseOrders: readonly PurchaseOrder[];
  /** By Sku, cold goods first. */
  readonly pickList: readonly SkuTotal[];
};

/** The id of a version of a cycle's consolidation: whoever makes it makes the same. */
export const consolidationIdOf = (cycleId: CycleId, version: number): ConsolidationId =>
  derivedId('con', cycleId, String(version));

export const coming = ({ lines }: Pick<Order, 'lines'>): OrderLine[] =>
  lines.filter(({ allocated }) => allocated > 0);

/** Who collects, and the last digits of the number. */
export function collectorOf({ recipient, onBehalfOf }: Pick<Order, 'recipient' | 'onBehalfOf'>) {
  const { name, phone } = onBehalfOf ?? recipient;
  return { recipientName: name, phoneTail: phoneTail(phone) };
}

export type StopName = Pick<StopTotals, 'pickupPointName' | 'pickupPointNameEn'>;
export type StopAddress = StopName & Pick<StopTotals, 'consolidationId' | 'pickupPointId'>;

export const listed = (order: Order, address: StopAddress): ListedOrder => ({
  ...address,
  orderId: order.id,
  accountId: order.accountId,
  ...collectorOf(order),
  fulfilment: order.fulfilment.kind,
  ...doorOf(order),
  ...(order.note === undefined ? {} : { note: order.note }),
  lines: coming(order).map(({ lineId, offer, allocated }) => ({
    lineId,
    skuId: offer.skuId,
    title: offer.title,
    pack: offer.pack,
    units: allocated,
  })),
});

/** Sums up the orders of one pickup point, one by one. */
export class StopSum {
  readonly #skus = new Map<SkuId, SkuTotal>();
  #orders = 0;
  #goodsFen = 0;

  add(order: Order): void {
    this.#orders += 1;
    for (const line of coming(order)) {
      this.#goodsFen += refundableOfLine(order, line.lineId);
      addSku(this.#skus, totalOf(line));
    }
  }

  totals(address: StopAddress): StopTotals {
    const skus = [...this.#skus.values()].sort(coldFirst);
    const units = skus.reduce((sum, sku) => sum + sku.units, 0);
    return { ...address, orders: this.#orders, units, goodsFen: this.#goodsFen, skus };
  }
}

/** Sums up the stops of a consolidation, one by one, in whatever order. */
export class CitySum {
  readonly #skus = new Map<SkuId, SkuTotal>();
  #pickupPoints = 0;
  #orders = 0;
  #units = 0;
  #goodsFen = 0;

  add(stop: StopTotals): void {
    this.#pickupPoints += 1;
    this.#orders += stop.orders;
    this.#units += stop.units;
    this.#goodsFen += stop.goodsFen;
    for (const sku of stop.skus) addSku(this.#skus, sku, 1);
  }

  totals(consolidationId: ConsolidationId) {
    const pickList = [...this.#skus.values()].sort(coldFirst);
    return {
      pickupPoints: this.#pickupPoints,
      orders: this.#orders,
      units: this.#units,
      goodsFen: this.#goodsFen,
      pickList,
      purchaseOrders: purchaseOrders(consolidationId, pickList),
    };
  }
}

function purchaseOrders(consolidationId: ConsolidationId, skus: readonly SkuTotal[]): PurchaseOrder[] {
  const bySupplier = new Map<SupplierId, SkuTotal[]>();
  for (const sku of skus) bySupplier.set(sku.supplierId, [...(bySupplier.get(sku.supplierId) ?? []), sku]);
  return [...bySupplier]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([supplierId, bought]) => ({
      purchaseOrderId: derivedId('pur', consolidationId, supplierId),
      supplierId,
      ...supplierOf(bought),
      lines: bought.map(({ skuId, title, pack, lotId, units, caseUnits }) => ({
        skuId,
        title,
        pack,
        ...(lotId === undefined ? {} : { lotId }),
        units,
        caseUnits,
        ...roundToCases(units, caseUnits),
      })),
    }));
}

const supplierOf = ([first]: readonly SkuTotal[]) => ({
  supplierName: first?.supplierName ?? '',
  ...(first?.supplierNameEn === undefined ? {} : { supplierNameEn: first.supplierNameEn }),
});

const totalOf = ({ offer, allocated }: OrderLine): SkuTotal => ({
  skuId: offer.skuId,
  title: offer.title,
  pack: offer.pack,
  temperature: offer.temperature,
  supplierId: offer.supplierId,
  supplierName: offer.supplierName,
  ...(offer.supplierNameEn === undefined ? {} : { supplierNameEn: offer.supplierNameEn }),
  caseUnits: offer.caseUnits,
  ...(offer.lotId === undefined ? {} : { lotId: offer.lotId }),
  units: allocated,
  grams: offer.nominalGrams * allocated,
  pickupPoints: 1,
});

/** At one stop all lines are of the same pickup point; over the city each stop counts once. */
function addSku(skus: Map<SkuId, SkuTotal>, sku: SkuTotal, points = 0): void {
  const known = skus.get(sku.skuId);
  skus.set(
    sku.skuId,
    known
      ? {
          ...known,
          units: known.units + sku.units,
          grams: known.grams + sku.grams,
          pickupPoints: known.pickupPoints + points,
        }
      : sku,
  );
}

const warmth: Record<Temperature, number> = { frozen: 0, chilled: 1, ambient: 2 };
const coldFirst = (a: SkuTotal, b: SkuTotal): number =>
  warmth[a.temperature] - warmth[b.temperature] || (a.skuId < b.skuId ? -1 : 1);
