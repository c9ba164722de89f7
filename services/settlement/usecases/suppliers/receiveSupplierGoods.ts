import {
  type AccountId,
  type LotId,
  type PurchaseOrderId,
  type ReceiptId,
  type SkuId,
} from '#shared/contracts/ids';
import { type LotTerms } from '#shared/contracts/internal/supply';
import { found, Refused } from '#shared/kit/domainError';
import { dayOf } from '../../domain/suppliers/cityDays';
import { type PurchaseOrder, type ReceiptLine } from '../../domain/suppliers/purchaseOrder';
import { checkedWarmth, withReceipt } from '../../domain/suppliers/receive';
import { postPurchases } from './postPurchases';
import { type SupplierDeps } from './supplierDeps';

type CountedLine = {
  readonly skuId: SkuId;
  readonly units: number;
  readonly grams?: number | undefined;
  /** In °C. */
  readonly celsius?: number | undefined;
  readonly warmAccepted?: boolean | undefined;
  readonly lotId?: LotId | undefined;
};

type Wish = {
  readonly purchaseOrderId: PurchaseOrderId;
  readonly receiptId: ReceiptId;
  readonly by: AccountId;
  readonly lines: readonly CountedLine[];
  readonly note?: string | undefined;
};

/**
 * Goods came. One write adds the receipt to its purchase order; what is owed for it is posted after that, by the sweeper after a crash.
 * The same receipt again changes nothing.
 * @throws {Refused} NOT_FOUND, RECEIPT_EXCEEDS_ORDER, GOODS_TOO_WARM, TEMPERATURE_MISSING, LOT_NOT_OF_GOODS, TOO_MANY_RECEIPTS
 */
export async function receiveSupplierGoods(
  deps: SupplierDeps,
  { purchaseOrderId, receiptId, by, note, lines: counted }: Wish,
): Promise<PurchaseOrder> {
  const { purchaseOrders } = deps;
  const known = found(await purchaseOrders.find(purchaseOrderId));
  if (known.receipts.some((receipt) => receipt.receiptId === receiptId)) return known;
  const lots = await lotsOf(deps, known, counted);
  const lines = counted.map((line) => receiptLine(known, line, lots));
  const at = deps.now();
  const day = dayOf(at, known.timeZone);
  const receipt = { receiptId, at, day, by, ...(note === undefined ? {} : { note }), lines };
  await postPurchases(
    deps,
    await purchaseOrders.change(purchaseOrderId, (order) => withReceipt(order, receipt)),
  );
  return found(await purchaseOrders.find(purchaseOrderId));
}

const lineOf = ({ lines }: PurchaseOrder, skuId: SkuId) => found(lines.find((line) => line.skuId === skuId));

async function lotsOf(
  { catalog }: SupplierDeps,
  order: PurchaseOrder,
  counted: readonly CountedLine[],
): Promise<readonly LotTerms[]> {
  const lotIds = counted.flatMap(({ skuId, lotId }) => lotId ?? lineOf(order, skuId).lotId ?? []);
  if (lotIds.length === 0) return [];
  return (await catalog.findLots({ body: { lotIds: [...new Set(lotIds)] } })).lots;
}

function receiptLine(
  order: PurchaseOrder,
  { skuId, units, grams, celsius, warmAccepted, ...counted }: CountedLine,
  lots: readonly LotTerms[],
): ReceiptLine {
  const { unitCostFen, title, pack, temperature, ...line } = lineOf(order, skuId);
  const lot = lots.find(({ lotId }) => lotId === (counted.lotId ?? line.lotId));
  if (counted.lotId !== undefined && lot?.skuId !== skuId) throw new Refused('LOT_NOT_OF_GOODS');
  return {
    ...{ skuId, units, unitCostFen, title, pack },
    warm: checkedWarmth(temperature, { celsius, warmAccepted }),
    ...(grams === undefined ? {} : { grams }),
    ...(celsius === undefined ? {} : { celsius }),
    ...(lot ? { lotId: lot.lotId, lotCode: lot.code } : {}),
    ...(lot?.bestBefore === undefined ? {} : { bestBefore: lot.bestBefore }),
  };
}
