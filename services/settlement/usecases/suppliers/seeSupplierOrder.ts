import { openedBy } from './openedBy';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { type SupplierDeps } from './supplierDeps';

/** The purchase order that a link opens; that it was seen is noted the first time. @throws {Refused} NOT_FOUND */
export async function seeSupplierOrder(
  deps: SupplierDeps,
  link: { readonly id: string; readonly signature: string },
): Promise<PurchaseOrder> {
  const order = await openedBy(deps, link);
  if (order.seenAt) return order;
  const seenAt = deps.now();
  return deps.purchaseOrders.change(order.id, (before) => (before.seenAt ? before : { ...before, seenAt }));
}
