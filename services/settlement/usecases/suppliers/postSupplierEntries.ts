import { type SupplierId } from '#shared/contracts/ids';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { entriesOfPurchaseOrder, entriesOfSupplierPayment } from '../../domain/suppliers/supplierEntries';
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

/** Posts payments that the ledger does not hold yet; of one supplier when asked. @returns whether there were any */
export async function postSupplierPayments(
  { ledger, supplierPayments }: SupplierDeps,
  supplierId?: SupplierId,
): Promise<boolean> {
  const due = await supplierPayments.owingEntries(supplierId);
  await ledger.post(due.flatMap(entriesOfSupplierPayment));
  await supplierPayments.posted(due.map(({ id }) => id));
  return due.length > 0;
}

/** Posts what processes that died left behind. @returns whether there was any */
export async function sweepSupplierEntries(deps: SupplierDeps): Promise<boolean> {
  const due = await deps.purchaseOrders.owingEntries();
  for (const order of due) await postPurchases(deps, order);
  const paid = await postSupplierPayments(deps);
  return due.length > 0 || paid;
}
