import { cny } from '#shared/contracts/money';
import {
  type ClosingView,
  type ConsolidationView,
  type PickListLine,
  type PickupListOrder,
  type PurchaseOrderView,
  type SortListStop,
  type RecordedWeight,
  type WeighingTask,
} from '#shared/contracts/orders/consolidationViews';
import { type z } from '#shared/contracts/zod';
import { isCorrectable, needsWeight } from '../domain/weighing';
import {
  collectorOf,
  type ListedOrder,
  type PurchaseOrder,
  type SkuTotal,
  type StopTotals,
} from '../domain/consolidation';
import { type OrderLine } from '../domain/line';
import { hasPayment, type Order } from '../domain/order';
import { priceOfLine } from '../domain/owed';
import { type Closing, type ClosingPhase } from '../storage/closingStore';
import { type Weighed } from '../usecases/consolidations/getConsolidation';

export const presentConsolidation = ({
  consolidation: { id, frozenAt, goodsFen, droppedSkus, ...rest },
  weighedLinesOpen,
}: Weighed): z.input<typeof ConsolidationView> => ({
  ...rest,
  consolidationId: id,
  frozenAt: frozenAt.toISOString(),
  goodsTotal: cny(goodsFen),
  droppedSkus: [...droppedSkus],
  weighedLinesOpen,
});

const publicPhase: Record<ClosingPhase, z.input<typeof ClosingView>['phase']> = {
  draining: 'draining',
  consolidating: 'consolidating',
  forming: 'consolidating',
  deciding: 'consolidating',
  superseding: 'consolidating',
  freezing: 'consolidating',
  frozen: 'frozen',
};

export const presentClosing = ({
  closing,
  ordersInFlight,
}: {
  readonly closing: Closing;
  readonly ordersInFlight: number;
}): z.input<typeof ClosingView> => ({
  cycleId: closing.cycleId,
  cityId: closing.cityId,
  phase: publicPhase[closing.phase],
  cutoffAt: closing.cutoffAt.toISOString(),
  ordersInFlight,
  ...(closing.phase === 'frozen' ? { consolidationId: closing.consolidationId } : {}),
});

export const presentPurchase = ({ lines, ...rest }: PurchaseOrder): z.input<typeof PurchaseOrderView> => ({
  ...rest,
  lines: [...lines],
});

export const presentPick = ({
  skuId,
  title,
  pack,
  temperature,
  supplierName,
  supplierNameEn,
  units,
  grams,
  pickupPoints,
}: SkuTotal): z.input<typeof PickListLine> => ({
  skuId,
  title,
  pack,
  temperature,
  supplierName,
  supplierNameEn,
  units,
  grams,
  pickupPoints,
});

export const presentStop = ({
  pickupPointId,
  pickupPointName,
  pickupPointNameEn,
  orders,
  skus,
}: StopTotals): z.input<typeof SortListStop> => ({
  pickupPointId,
  pickupPointName,
  pickupPointNameEn,
  orders,
  skus: skus.map(({ skuId, title, pack, temperature, units }) => ({
    skuId,
    title,
    pack,
    temperature,
    units,
  })),
});

export const presentListed = ({ lines, ...order }: ListedOrder): z.input<typeof PickupListOrder> => ({
  ...order,
  lines: [...lines],
});

/** The lines of an order that still need their weight. */
export const presentTasks = (order: Order): z.input<typeof WeighingTask>[] =>
  order.lines.filter((line) => needsWeight(order, line)).map((line) => presentTask(order, line));

const presentTask = (order: Order, line: OrderLine): z.input<typeof WeighingTask> => ({
  orderId: order.id,
  lineId: line.lineId,
  pickupPointId: order.pickupPointId,
  skuId: line.offer.skuId,
  title: line.offer.title,
  units: line.allocated,
  nominalGrams: line.offer.nominalGrams * line.allocated,
  maxChargedGrams: maxChargedGrams(line),
});

export const presentRecorded = (order: Order): z.input<typeof RecordedWeight>[] =>
  order.lines
    .filter((line) => isCorrectable(order, line))
    .map((line) => ({
      ...presentTask(order, line),
      recordedGrams: line.finalWeightGrams ?? 0,
      ...collectorOf(order),
      charged: hasPayment(order) && order.facts.payment.state !== 'authorised',
    }));

/** The weight from which on more is free. */
function maxChargedGrams(line: OrderLine): number {
  const unitFen = line.reachedUnitFen ?? line.price.unitFen;
  const mostFen = priceOfLine(line) + line.price.discountFen;
  return unitFen === 0 ? 0 : Math.floor((mostFen * 500) / unitFen);
}
