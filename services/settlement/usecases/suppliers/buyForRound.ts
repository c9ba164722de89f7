import { type EventData } from '#shared/contracts/events';
import { type ConsolidationId, type CycleId, type SkuId } from '#shared/contracts/ids';
import { type SupplyTerms } from '#shared/contracts/internal/supply';
import { found } from '#shared/kit/domainError';
import {
  type Bought,
  costsToAsk,
  makePurchaseOrder,
  type Purchase,
  purchaseOrderIdOf,
  renewPurchaseOrder,
} from '../../domain/suppliers/makePurchaseOrder';
import { type SupplierDeps } from './supplierDeps';

type Frozen = EventData<'orders.consolidation_frozen.v1'>;

const suppliersAtOnce = '100';
const skusAtOnce = 500;

/**
 * A consolidation was frozen: every supplier that it buys from has one purchase order for the round, and that one says what the newest
 * version buys. First the version is noted, then the purchase orders are brought up to it, each in one write; whoever finds a newer
 * version noted meanwhile goes on with that one. So events may come twice and in any order, and after a crash the event comes again.
 */
export async function buyForRound(deps: SupplierDeps, frozen: Frozen, frozenAt: Date): Promise<void> {
  const { cityId, cycleId, consolidationId, pickupDate, version } = frozen;
  const { timeZone } = await deps.catalog.getCycleTerms({ params: { cycleId } });
  await deps.purchaseRounds.note({
    ...{ cityId, cycleId, consolidationId, pickupDate, timeZone, frozenAt },
    consolidationVersion: version,
  });
  await bringUp(deps, cycleId);
}

async function bringUp(deps: SupplierDeps, cycleId: CycleId): Promise<void> {
  for (;;) {
    const bought = found(await deps.purchaseRounds.find(cycleId));
    await orderAll(deps, bought);
    const now = await deps.purchaseRounds.find(cycleId);
    if (now?.consolidationVersion === bought.consolidationVersion) return;
  }
}

async function orderAll(deps: SupplierDeps, bought: Bought): Promise<void> {
  const { purchaseOrders, supplierAccounts } = deps;
  const [known, purchases] = await Promise.all([
    purchaseOrders.ofRound(bought.cycleId),
    purchasesOf(deps, bought.consolidationId),
  ]);
  const knownOf = (purchase: Purchase) => known.find(({ supplierId }) => supplierId === purchase.supplierId);
  const terms = await termsOf(
    deps,
    purchases.flatMap((purchase) => costsToAsk(knownOf(purchase), purchase)),
  );
  for (const purchase of purchases) {
    await supplierAccounts.know(purchase);
    const isNew =
      !knownOf(purchase) && (await purchaseOrders.add(makePurchaseOrder(bought, purchase, terms)));
    if (isNew) continue;
    const id = purchaseOrderIdOf(bought.cycleId, purchase.supplierId);
    await purchaseOrders.change(id, (order) => renewPurchaseOrder(order, bought, purchase, terms));
  }
  // Read anew: a slower process may have made one for an older version just now.
  for (const { id, supplierId } of await purchaseOrders.ofRound(bought.cycleId))
    if (!purchases.some((purchase) => purchase.supplierId === supplierId))
      await purchaseOrders.change(id, (order) => renewPurchaseOrder(order, bought, undefined, terms));
}

/** What a consolidation buys, supplier by supplier. */
async function purchasesOf(
  { orders }: SupplierDeps,
  consolidationId: ConsolidationId,
): Promise<readonly Purchase[]> {
  const purchases: Purchase[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await orders.listPurchases({
      params: { consolidationId },
      query: { cursor, limit: suppliersAtOnce },
    });
    for (const { supplierId, supplierName, supplierNameEn, lines } of items)
      purchases.push({
        supplierId,
        supplierName,
        ...(supplierNameEn === undefined ? {} : { supplierNameEn }),
        lines: lines.map(({ skuId, title, pack, lotId, units, caseUnits, cases }) => ({
          ...{ skuId, title, pack, caseUnits, cases },
          wantedUnits: units,
          ...(lotId === undefined ? {} : { lotId }),
        })),
      });
    cursor = nextCursor;
  } while (cursor !== undefined);
  return purchases;
}

/** What goods cost at this moment. */
async function termsOf({ catalog }: SupplierDeps, skuIds: readonly SkuId[]): Promise<SupplyTerms[]> {
  const terms: SupplyTerms[] = [];
  for (let at = 0; at < skuIds.length; at += skusAtOnce) {
    const { skus } = await catalog.getSupplyTerms({ body: { skuIds: skuIds.slice(at, at + skusAtOnce) } });
    terms.push(...skus);
  }
  return terms;
}
