import { type AccountId, type SupplierId, type SupplierPaymentId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { supplierAccount } from '../../domain/ledger/account';
import { dayOf } from '../../domain/suppliers/cityDays';
import { accountTimeZone } from '../../domain/suppliers/statement';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { addSupplierPayment } from './addSupplierPayment';
import { type SupplierDeps } from './supplierDeps';

type Paid = {
  readonly supplierId: SupplierId;
  readonly paymentId: SupplierPaymentId;
  readonly by: AccountId;
  /** More than nothing. */
  readonly fen: number;
  readonly paidOn: string;
  readonly reference: string;
  readonly note?: string | undefined;
};

/**
 * Records that a supplier was paid. Two that are recorded at once follow one another: the second one is measured by what the first one
 * left. What the ledger does not hold after a crash, the sweeper or the next payment posts. The same payment again changes nothing.
 * @throws {Refused} NOT_FOUND, PAYMENT_DAY_AHEAD, PAYMENT_ABOVE_OWED
 */
export async function recordSupplierPayment(
  deps: SupplierDeps,
  { supplierId, paymentId, by, note, ...paid }: Paid,
): Promise<SupplierPayment> {
  const { supplierAccounts, ledger, now } = deps;
  found(await supplierAccounts.find(supplierId));
  const recordedAt = now();
  if (paid.paidOn > dayOf(recordedAt, accountTimeZone)) throw new Refused('PAYMENT_DAY_AHEAD');
  const payment = { id: paymentId, supplierId, ...paid, ...(note === undefined ? {} : { note }) };
  return addSupplierPayment(deps, { ...payment, recordedAt, recordedBy: by }, async () => {
    const owed = await ledger.balance(supplierAccount(supplierId));
    if (paid.fen > owed) throw new Refused('PAYMENT_ABOVE_OWED', undefined, { owedFen: owed });
  });
}
