import { type SupplierId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { supplierAccount } from '../../domain/ledger/account';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import {
  amountsOf,
  assertOver,
  type OrderAmounts,
  type Period,
  summed,
} from '../../domain/suppliers/statement';
import { type KnownSupplier } from '../../storage/suppliers/supplierAccountStore';
import { type SupplierDeps } from './supplierDeps';

/** Amounts in fen, as the ledger has them: plus is owed to the supplier. */
export type Statement = Period & {
  readonly supplier: KnownSupplier;
  readonly openingFen: number;
  readonly deliveredFen: number;
  readonly claimsFen: number;
  readonly otherFen: number;
  readonly paidFen: number;
  readonly closingFen: number;
  readonly orders: readonly { readonly order: PurchaseOrder; readonly amounts: OrderAmounts }[];
  readonly totals: Omit<OrderAmounts, 'delivered'>;
};

/**
 * A supplier's account over a period that is over: every amount is a sum of the ledger; what was ordered is of the purchase orders.
 * @throws {Refused} NOT_FOUND, PERIOD_NOT_OVER, PERIOD_TOO_LONG
 */
export async function getSupplierStatement(
  { supplierAccounts, purchaseOrders, ledger, now }: SupplierDeps,
  supplierId: SupplierId,
  period: Period,
): Promise<Statement> {
  assertOver(period, now());
  const supplier = found(await supplierAccounts.find(supplierId));
  const account = supplierAccount(supplierId);
  const { from, to } = period;
  const [before, moved, made] = await Promise.all([
    ledger.balanceBefore(account, from),
    ledger.kindsBetween(account, from, to),
    purchaseOrders.orderedBetween(supplierId, from, to),
  ]);
  const of = (kind: string) => moved.find((sum) => sum.kind === kind)?.fen ?? 0;
  const all = moved.reduce((sum, { fen }) => sum + fen, 0);
  const [deliveredFen, paid] = [of('purchase'), of('supplier_paid')];
  const claimsFen = of('purchase_claim') + of('charge');
  const orders = made.map((order) => ({ order, amounts: amountsOf(order) }));
  return {
    ...{ supplier, from, to, deliveredFen, claimsFen, orders },
    openingFen: before,
    otherFen: all - deliveredFen - claimsFen - paid,
    paidFen: -paid,
    closingFen: before + all,
    totals: {
      ordered: summed(orders.map(({ amounts }) => amounts.ordered)),
      short: summed(orders.map(({ amounts }) => amounts.short)),
    },
  };
}
