import { type Page } from '#shared/contracts/common';
import { PurchaseOrderId, type SupplierId, SupplierPaymentId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { type PageWish } from '#shared/kit/mongo/pages';
import { supplierAccount } from '../../domain/ledger/account';
import { type Entry } from '../../domain/ledger/entry';
import { type PurchaseOrder, type Receipt } from '../../domain/suppliers/purchaseOrder';
import { assertPeriod, type Period } from '../../domain/suppliers/statement';
import { factOf } from '../../domain/suppliers/supplierEntries';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { type SupplierDeps } from './supplierDeps';

/** An entry of a supplier's account, with what it follows from. */
export type StatementLine = {
  readonly entry: Entry;
  /** What it adds to what is owed. */
  readonly fen: number;
  readonly order?: PurchaseOrder | undefined;
  readonly receipt?: Receipt | undefined;
  readonly payment?: SupplierPayment | undefined;
};

/** What moved a supplier's account in a period, newest day first. @throws {Refused} NOT_FOUND, PERIOD_TOO_LONG */
export async function listSupplierStatementLines(
  { supplierAccounts, purchaseOrders, supplierPayments, ledger }: SupplierDeps,
  supplierId: SupplierId,
  { from, to, ...wish }: Period & PageWish,
): Promise<Page<StatementLine>> {
  assertPeriod({ from, to });
  found(await supplierAccounts.find(supplierId));
  const account = supplierAccount(supplierId);
  const { items, ...more } = await ledger.entriesBetween(account, { from, to }, wish);
  const facts = items.map(({ kind, cause }) => ({ kind, ids: factOf(cause) }));
  const [orders, payments] = await Promise.all([
    purchaseOrders.several(
      facts.flatMap(({ kind, ids: [id] }) => (kind === 'purchase' ? PurchaseOrderId.parse(id) : [])),
    ),
    supplierPayments.several(
      facts.flatMap(({ kind, ids: [id] }) => (kind === 'supplier_paid' ? SupplierPaymentId.parse(id) : [])),
    ),
  ]);
  return {
    ...more,
    items: items.map((entry) => {
      const [id, receiptId] = factOf(entry.cause);
      const order = orders.find((one) => one.id === id);
      return {
        entry,
        fen: entry.postings.reduce(
          (sum, posting) => sum + (posting.account === account ? posting.fen : 0),
          0,
        ),
        order,
        receipt: order?.receipts.find((one) => one.receiptId === receiptId),
        payment: payments.find((one) => one.id === id),
      };
    }),
  };
}
