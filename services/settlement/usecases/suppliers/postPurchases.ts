import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { entriesOfPurchaseOrder } from '../../domain/suppliers/supplierEntries';
import { type SupplierDeps } from './supplierDeps';

/** Posts what the ledger does not hold yet of a purchase order. Posted again, nothing is there twice. */
export async function postPurchases(
  { ledger, purchaseOrders }: SupplierDeps,
  order: PurchaseOrder,
): Promise<void> {
  if (!order.ledgerDue) return;
  await ledger.post(entriesOfPurchaseOrder(order));
  await purchaseOrders.change(order.id, (now) =>
    // Another receipt may have come meanwhile.
    now.receipts.length === order.receipts.length && now.ledgerDue ? { ...now, ledgerDue: false } : now,
  );
}
