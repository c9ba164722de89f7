import { type AccountId, type SupplierId, type SupplierPaymentId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { dayOf } from '../../domain/suppliers/cityDays';
import { accountTimeZone } from '../../domain/suppliers/statement';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { addSupplierPayment } from './addSupplierPayment';
import { type SupplierDeps } from './supplierDeps';

type Reversal = {
  readonly supplierId: SupplierId;
  readonly paymentId: SupplierPaymentId;
  readonly by: AccountId;
  readonly reason: string;
};

/**
 * Takes back a payment, once: asked again, the reversal that is there is answered.
 * @throws {Refused} NOT_FOUND, PAYMENT_IS_REVERSAL
 */
export async function reverseSupplierPayment(deps: SupplierDeps, wish: Reversal): Promise<SupplierPayment> {
  const { supplierId, paymentId, by: recordedBy, reason: note } = wish;
  const { fen, reference, ...payment } = found(await deps.supplierPayments.find(paymentId));
  if (payment.supplierId !== supplierId) throw notFound();
  if (payment.reverses !== undefined) throw new Refused('PAYMENT_IS_REVERSAL');
  const recordedAt = deps.now();
  const paidOn = dayOf(recordedAt, accountTimeZone);
  const id = derivedId('spm', 'reverses', paymentId);
  const reversal = { id, supplierId, fen: -fen, paidOn, reference, note, recordedAt, recordedBy };
  return addSupplierPayment(deps, { ...reversal, reverses: paymentId }, () => Promise.resolve());
}
