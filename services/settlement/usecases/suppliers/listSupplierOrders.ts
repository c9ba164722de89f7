import { type PurchaseSearch } from '../../storage/suppliers/purchaseOrderStore';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type SupplierDeps } from './supplierDeps';

/** Purchase orders of a round, of a supplier, or of all; newest first. */
export const listSupplierOrders = (
  { purchaseOrders }: SupplierDeps,
  { cursor, limit, ...search }: PurchaseSearch & PageWish,
) => purchaseOrders.list(search, { cursor, limit });
