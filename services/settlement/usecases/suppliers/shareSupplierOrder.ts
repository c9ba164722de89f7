import { type PurchaseOrderId } from '#shared/contracts/ids';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { withSharedLink } from '../../domain/suppliers/sending';
import { linkOf } from './linkOf';
import { type SupplierDeps } from './supplierDeps';

/** The link of a purchase order, and when it ends. @throws {Refused} NOT_FOUND, PURCHASE_CANCELLED */
export async function shareSupplierOrder(
  deps: SupplierDeps,
  id: PurchaseOrderId,
): Promise<{ readonly url: string; readonly order: PurchaseOrder }> {
  const at = deps.now();
  const order = await deps.purchaseOrders.change(id, (before) => withSharedLink(before, at));
  return { url: linkOf(deps, order), order };
}
