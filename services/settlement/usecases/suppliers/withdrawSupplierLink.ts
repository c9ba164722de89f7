import { type PurchaseOrderId } from '#shared/contracts/ids';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { withoutLink } from '../../domain/suppliers/sending';
import { type SupplierDeps } from './supplierDeps';

/** Every link of a purchase order that was given out ends. @throws {Refused} NOT_FOUND */
export const withdrawSupplierLink = (
  { purchaseOrders }: SupplierDeps,
  id: PurchaseOrderId,
): Promise<PurchaseOrder> => purchaseOrders.change(id, withoutLink);
