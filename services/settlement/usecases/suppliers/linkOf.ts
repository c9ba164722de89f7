import { createHmac } from 'node:crypto';
import { supplierPage } from '#shared/contracts/settlement/suppliers';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { type SupplierDeps } from './supplierDeps';

/** Binds a link to its purchase order, to when it ends, and to how many were withdrawn before. */
export const signatureOf = (key: Buffer, { id, link }: Pick<PurchaseOrder, 'id' | 'link'>): Buffer =>
  createHmac('sha256', key)
    .update(`supplier-order.${id}.${link.generation}.${link.endsAt?.getTime() ?? 0}`)
    .digest();

/** Where the supplier reads and answers. */
export const linkOf = (
  { linkKey, publicUrl }: Pick<SupplierDeps, 'linkKey' | 'publicUrl'>,
  order: Pick<PurchaseOrder, 'id' | 'link'>,
): string =>
  `${publicUrl}/api${supplierPage.path}/${order.id}/${signatureOf(linkKey, order).toString('base64url')}`;
