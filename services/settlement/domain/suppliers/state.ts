import { type SupplierOrderState } from '#shared/contracts/settlement/supplierViews';
import { comingUnits, type PurchaseOrder, receivedUnits, unitsOf } from './purchaseOrder';

/** How far a purchase order has come: it follows from what is known about it. */
export function stateOf(order: PurchaseOrder): SupplierOrderState {
  const { lines, receipts, answers, seenAt, sendings } = order;
  const wanted = lines.filter((line) => unitsOf(line) > 0);
  const came = lines.some(({ skuId }) => receivedUnits(order, skuId) > 0);
  if (wanted.length === 0 && !came) return 'cancelled';
  if (receipts.length > 0 && came) {
    const isWhole = wanted.every(
      (line) => receivedUnits(order, line.skuId) >= (comingUnits(order, line) ?? unitsOf(line)),
    );
    return isWhole ? 'received' : 'partly_received';
  }
  if (answers.length > 0)
    return wanted.some((line) => (comingUnits(order, line) ?? 0) < unitsOf(line)) ? 'short' : 'confirmed';
  if (seenAt) return 'seen';
  return sendings.length > 0 ? 'sent' : 'to_send';
}
