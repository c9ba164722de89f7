import { type PurchaseOrderId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { withMail } from '../../domain/suppliers/sending';
import { sendDueMail } from './sendDueMail';
import { type SupplierDeps } from './supplierDeps';

type Wish = {
  readonly purchaseOrderId: PurchaseOrderId;
  /** Of the request: the same one sends once. */
  readonly key: string;
  readonly to?: string | undefined;
};

/**
 * Sends a purchase order by mail. That it has to leave is written first; then it is tried, and again by the sweeper after a crash or
 * while the mail server is away.
 * @throws {Refused} NOT_FOUND, SUPPLIER_HAS_NO_EMAIL, PURCHASE_CANCELLED, SENT_TOO_OFTEN
 */
export async function sendSupplierOrder(
  deps: SupplierDeps,
  { purchaseOrderId, key, ...wish }: Wish,
): Promise<PurchaseOrder> {
  const { purchaseOrders, catalog, now } = deps;
  const { supplierId } = found(await purchaseOrders.find(purchaseOrderId));
  const to = wish.to ?? (await catalog.getSupplierContact({ params: { supplierId } })).email;
  if (to === undefined) throw new Refused('SUPPLIER_HAS_NO_EMAIL');
  const at = now();
  await sendDueMail(
    deps,
    await purchaseOrders.change(purchaseOrderId, (order) => withMail(order, { key, at, to })),
  );
  return found(await purchaseOrders.find(purchaseOrderId));
}
