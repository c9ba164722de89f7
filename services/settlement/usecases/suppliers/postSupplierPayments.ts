import { type SupplierId } from '#shared/contracts/ids';
import { entriesOfSupplierPayment } from '../../domain/suppliers/supplierEntries';
import { type SupplierDeps } from './supplierDeps';

/** Posts payments that the ledger does not hold yet; of one supplier when asked. @returns whether there were any */
export async function postSupplierPayments(
  { ledger, supplierPayments }: SupplierDeps,
  supplierId?: SupplierId,
): Promise<boolean> {
  const due = await supplierPayments.owingEntries(supplierId);
  await ledger.post(due.flatMap(entriesOfSupplierPayment));
  await supplierPayments.posted(due.map(({ id }) => id));
  return due.length > 0;
}
