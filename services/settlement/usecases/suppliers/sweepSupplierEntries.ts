import { postPurchases } from './postPurchases';
import { postSupplierPayments } from './postSupplierPayments';
import { type SupplierDeps } from './supplierDeps';

/** Posts what processes that died left behind. @returns whether there was any */
export async function sweepSupplierEntries(deps: SupplierDeps): Promise<boolean> {
  const due = await deps.purchaseOrders.owingEntries();
  for (const order of due) await postPurchases(deps, order);
  const paid = await postSupplierPayments(deps);
  return due.length > 0 || paid;
}
