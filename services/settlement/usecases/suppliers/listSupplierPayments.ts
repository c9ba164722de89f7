import { type Page } from '#shared/contracts/common';
import { type SupplierId, type SupplierPaymentId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { type SupplierDeps } from './supplierDeps';

type Listed = { readonly payment: SupplierPayment; readonly reversedBy: SupplierPaymentId | undefined };

/** What a supplier was paid, newest first, and what was taken back of it. @throws {Refused} NOT_FOUND */
export async function listSupplierPayments(
  { supplierAccounts, supplierPayments }: SupplierDeps,
  supplierId: SupplierId,
  wish: PageWish,
): Promise<Page<Listed>> {
  found(await supplierAccounts.find(supplierId));
  const { items, ...more } = await supplierPayments.list(supplierId, wish);
  const reversals = await supplierPayments.reversalsOf(items.map(({ id }) => id));
  return { ...more, items: items.map((payment) => ({ payment, reversedBy: reversals.get(payment.id) })) };
}
