import { type PurchaseOrderId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { type SupplierDeps } from './supplierDeps';

/** @throws {Refused} NOT_FOUND */
export const readSupplierOrder = async (
  { purchaseOrders }: SupplierDeps,
  id: PurchaseOrderId,
): Promise<PurchaseOrder> => found(await purchaseOrders.find(id));
