import { timingSafeEqual } from 'node:crypto';
import { PurchaseOrderId } from '#shared/contracts/ids';
import { found, notFound } from '#shared/kit/domainError';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { hasLink } from '../../domain/suppliers/sending';
import { signatureOf } from './linkOf';
import { type SupplierDeps } from './supplierDeps';

/**
 * The purchase order that a link opens.
 * @throws {Refused} NOT_FOUND for what was forged, has ended or was withdrawn: all of it looks the same
 */
export async function openedBy(
  { purchaseOrders, linkKey, now }: Pick<SupplierDeps, 'purchaseOrders' | 'linkKey' | 'now'>,
  { id, signature }: { readonly id: string; readonly signature: string },
): Promise<PurchaseOrder> {
  const parsed = PurchaseOrderId.safeParse(id);
  if (!parsed.success) throw notFound();
  const order = found(await purchaseOrders.find(parsed.data));
  const [right, given] = [signatureOf(linkKey, order), Buffer.from(signature, 'base64url')];
  const isRight = given.length === right.length && timingSafeEqual(given, right);
  if (!isRight || !hasLink(order, now())) throw notFound();
  return order;
}
