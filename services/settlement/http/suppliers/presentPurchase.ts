import {
  type SupplierOrder,
  type SupplierOrderCard,
  type SupplierReceipt,
} from '#shared/contracts/settlement/supplierViews';
import { cny } from '#shared/kit/money';
import { type z } from '#shared/contracts/zod';
import { isAnswerable } from '../../domain/suppliers/answer';
import {
  allMissingUnits,
  allReceivedUnits,
  comingUnits,
  costOfLine,
  costOfReceipt,
  missingUnits,
  type PurchaseLine,
  type PurchaseOrder,
  type Receipt,
  receivedFen,
  receivedUnits,
  totalOf,
  unitsOf,
} from '../../domain/suppliers/purchaseOrder';
import { hasLink } from '../../domain/suppliers/sending';
import { stateOf } from '../../domain/suppliers/state';

const headOf = (order: PurchaseOrder) => ({
  purchaseOrderId: order.id,
  number: order.number,
  supplierId: order.supplierId,
  supplierName: order.supplierName,
  supplierNameEn: order.supplierNameEn,
  cityId: order.cityId,
  cycleId: order.cycleId,
  consolidationId: order.consolidationId,
  pickupDate: order.pickupDate,
  orderedOn: order.orderedOn,
  neededBy: order.neededBy.toISOString(),
  state: stateOf(order),
  total: cny(totalOf(order)),
  received: cny(receivedFen(order)),
  missingUnits: allMissingUnits(order),
  mailFails: (order.mailDue?.tries ?? 0) > 0,
  version: order.version,
});

export const presentPurchaseCard = (order: PurchaseOrder): z.input<typeof SupplierOrderCard> => ({
  ...headOf(order),
  goods: order.lines.length,
  units: order.lines.reduce((sum, line) => sum + unitsOf(line), 0),
  receivedUnits: allReceivedUnits(order),
});

const presentLine = (order: PurchaseOrder, line: PurchaseLine) => ({
  skuId: line.skuId,
  title: line.title,
  pack: line.pack,
  temperature: line.temperature,
  soldBy: line.soldBy,
  lotId: line.lotId,
  wantedUnits: line.wantedUnits,
  caseUnits: line.caseUnits,
  cases: line.cases,
  units: unitsOf(line),
  unitCost: cny(line.unitCostFen),
  total: cny(costOfLine(line)),
  comingUnits: comingUnits(order, line),
  missingUnits: missingUnits(order, line),
  receivedUnits: receivedUnits(order, line.skuId),
});

const presentReceipt = (receipt: Receipt): z.input<typeof SupplierReceipt> => ({
  receiptId: receipt.receiptId,
  at: receipt.at.toISOString(),
  day: receipt.day,
  by: receipt.by,
  corrects: receipt.corrects,
  reason: receipt.reason,
  note: receipt.note,
  cost: cny(costOfReceipt(receipt)),
  lines: receipt.lines.map(({ unitCostFen, units, ...line }) => ({
    ...line,
    units,
    unitCost: cny(unitCostFen),
    cost: cny(units * unitCostFen),
  })),
});

/** Everything about a purchase order, at an instant: whether it can be answered and opened depends on it. */
export const presentPurchase = (order: PurchaseOrder, now: Date): z.input<typeof SupplierOrder> => ({
  ...headOf(order),
  timeZone: order.timeZone,
  lines: order.lines.map((line) => presentLine(order, line)),
  changes: order.changes.map(({ at, lines }) => ({ at: at.toISOString(), lines: [...lines] })),
  sendings: order.sendings.map(({ at, by, to, leftAt }) => ({
    at: at.toISOString(),
    by,
    to,
    leftAt: leftAt?.toISOString(),
  })),
  seenAt: order.seenAt?.toISOString(),
  answers: order.answers.map(({ at, by, note }) => ({ at: at.toISOString(), by, note })),
  answerBy: order.answerBy.toISOString(),
  answerable: isAnswerable(order, now),
  linkEndsAt: hasLink(order, now) ? order.link.endsAt?.toISOString() : undefined,
  receipts: order.receipts.map(presentReceipt),
});
