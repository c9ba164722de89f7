import { type AccountId, type PurchaseOrderId, type ReceiptId, type SkuId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { dayOf } from '../../domain/suppliers/cityDays';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { correctionOf, withReceipt } from '../../domain/suppliers/receive';
import { postPurchases } from './postPurchases';
import { type SupplierDeps } from './supplierDeps';

type Wish = {
  readonly purchaseOrderId: PurchaseOrderId;
  /** Of the correction. */
  readonly receiptId: ReceiptId;
  readonly corrects: ReceiptId;
  readonly by: AccountId;
  readonly reason: string;
  readonly lines: readonly { readonly skuId: SkuId; readonly units: number }[];
};

/**
 * A receipt was counted wrongly: the difference becomes a receipt of its own, in goods and money. After a crash the sweeper posts it.
 * @throws {Refused} NOT_FOUND, RECEIPT_EXCEEDS_ORDER, NOTHING_TO_CORRECT, TOO_MANY_RECEIPTS
 */
export async function correctSupplierReceipt(
  deps: SupplierDeps,
  { purchaseOrderId, lines, ...correction }: Wish,
): Promise<PurchaseOrder> {
  const { purchaseOrders } = deps;
  const at = deps.now();
  const units = Object.fromEntries(lines.map((line) => [line.skuId, line.units]));
  const changed = await purchaseOrders.change(purchaseOrderId, (order) =>
    order.receipts.some(({ receiptId }) => receiptId === correction.receiptId)
      ? order
      : withReceipt(order, correctionOf(order, { ...correction, at, day: dayOf(at, order.timeZone), units })),
  );
  await postPurchases(deps, changed);
  return found(await purchaseOrders.find(purchaseOrderId));
}
