import { type CycleId, type PurchaseOrderId, type SupplierId } from '#shared/contracts/ids';
import { type SupplyTerms } from '#shared/contracts/internal/supply';
import { derivedId } from '#shared/kit/ids';
import { dayOf, hourOf } from './cityDays';
import {
  type Answer,
  type LineChange,
  type PurchaseLine,
  type PurchaseOrder,
  receivedUnits,
  unitsOf,
} from './purchaseOrder';
import { withMailAboutChange } from './sending';

/** Goods are sorted and loaded in the morning of the pickup day: by this hour they are needed, city time. */
const neededByHour = 6;
const charactersInNumber = 8;

/** What a consolidation buys from one supplier, as orders tells it. */
export type Purchase = Pick<PurchaseOrder, 'supplierId' | 'supplierName' | 'supplierNameEn'> & {
  readonly lines: readonly Omit<PurchaseLine, 'unitCostFen' | 'temperature' | 'soldBy'>[];
};

/** For which round, and by which version of its consolidation. */
export type Bought = Pick<
  PurchaseOrder,
  'cityId' | 'cycleId' | 'consolidationId' | 'consolidationVersion' | 'pickupDate' | 'timeZone'
> & { readonly frozenAt: Date };

/** One for each round and supplier, whatever version of the consolidation is told first. */
export const purchaseOrderIdOf = (cycleId: CycleId, supplierId: SupplierId): PurchaseOrderId =>
  derivedId('pur', cycleId, supplierId);

/** The Skus of which the cost is not known yet: those that the purchase order did not buy before. */
export const costsToAsk = (known: Pick<PurchaseOrder, 'lines'> | undefined, { lines }: Purchase) =>
  lines.map(({ skuId }) => skuId).filter((skuId) => !known?.lines.some((line) => line.skuId === skuId));

/** A new purchase order, with the costs of this moment. @throws {Error} for a Sku without cost: catalog forgets none */
export function makePurchaseOrder(
  { frozenAt, ...bought }: Bought,
  purchase: Purchase,
  terms: readonly SupplyTerms[],
): PurchaseOrder {
  const id = purchaseOrderIdOf(bought.cycleId, purchase.supplierId);
  const { pickupDate, timeZone } = bought;
  return {
    id,
    number: `${pickupDate.replaceAll('-', '')}-${id.slice(-charactersInNumber)}`,
    ...bought,
    supplierId: purchase.supplierId,
    supplierName: purchase.supplierName,
    ...(purchase.supplierNameEn === undefined ? {} : { supplierNameEn: purchase.supplierNameEn }),
    madeAt: frozenAt,
    orderedOn: dayOf(frozenAt, timeZone),
    neededBy: hourOf(pickupDate, neededByHour, timeZone),
    answerBy: hourOf(pickupDate, 24, timeZone),
    version: 1,
    lines: purchase.lines.map((line) => lineOf(line, terms)),
    changes: [],
    sendings: [],
    answers: [],
    link: { generation: 1 },
    receipts: [],
    ledgerDue: false,
  };
}

/**
 * The same purchase order for a newer version of its consolidation. Costs stay what they were; a line that is no longer bought goes,
 * unless goods of it came: then it stays with nothing to buy. Nothing changes for a version that is not newer.
 * @param purchase absent: nothing is bought there any more
 */
export function renewPurchaseOrder(
  order: PurchaseOrder,
  { frozenAt, consolidationId, consolidationVersion }: Bought,
  purchase: Purchase | undefined,
  terms: readonly SupplyTerms[],
): PurchaseOrder {
  if (consolidationVersion <= order.consolidationVersion) return order;
  const bought = (purchase?.lines ?? []).map((line) => {
    const known = order.lines.find(({ skuId }) => skuId === line.skuId);
    return known ? { ...known, ...line } : lineOf(line, terms);
  });
  const gone = order.lines
    .filter((line) => !bought.some(({ skuId }) => skuId === line.skuId))
    .filter(({ skuId }) => receivedUnits(order, skuId) > 0)
    .map((line) => ({ ...line, wantedUnits: 0, cases: 0 }));
  const lines = [...bought, ...gone];
  const changed = changesOf(order.lines, lines);
  const renewed = { ...order, consolidationId, consolidationVersion, lines };
  if (changed.length === 0) return renewed;
  return withMailAboutChange(
    {
      ...renewed,
      changes: [...order.changes, { at: frozenAt, lines: changed }],
      answers: order.answers.flatMap((answer) => answerAfter(answer, changed)),
    },
    frozenAt,
  );
}

function lineOf(line: Purchase['lines'][number], terms: readonly SupplyTerms[]): PurchaseLine {
  const found = terms.find(({ skuId }) => skuId === line.skuId);
  if (!found) throw new Error(`catalog does not know what ${line.skuId} costs`);
  const { temperature, soldBy, unitCost } = found;
  return { ...line, temperature, soldBy, unitCostFen: unitCost.amount };
}

function changesOf(before: readonly PurchaseLine[], after: readonly PurchaseLine[]): LineChange[] {
  const skuIds = new Set([...before, ...after].map(({ skuId }) => skuId));
  return [...skuIds].flatMap((skuId) => {
    const [old, now] = [before, after].map((lines) => lines.find((line) => line.skuId === skuId));
    const [was, is] = [old ? unitsOf(old) : 0, now ? unitsOf(now) : 0];
    const title = (now ?? old)?.title;
    return was === is || !title ? [] : [{ skuId, title, before: was, after: is }];
  });
}

/** An answer stands as far as less is bought; where more is, the supplier has to answer anew. */
function answerAfter(answer: Answer, changed: readonly LineChange[]): Answer[] {
  if (changed.some(({ before, after }) => after > before)) return [];
  const units: Record<string, number> = { ...answer.units };
  for (const { skuId, after } of changed) {
    const said = units[skuId];
    if (said !== undefined) units[skuId] = Math.min(said, after);
  }
  return [{ ...answer, units }];
}
