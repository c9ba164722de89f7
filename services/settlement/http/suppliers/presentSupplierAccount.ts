import { type SupplierPaymentId } from '#shared/contracts/ids';
import {
  type SupplierAccount,
  type SupplierPayment as SupplierPaymentView,
  type SupplierStatement,
  type SupplierStatementLine,
} from '#shared/contracts/settlement/supplierViews';
import { type z } from '#shared/contracts/zod';
import { cny } from '#shared/kit/money';
import { type Amount } from '../../domain/suppliers/statement';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { type OwedSupplier } from '../../usecases/suppliers/readSupplierAccount';
import { type Statement } from '../../usecases/suppliers/getSupplierStatement';
import { type StatementLine } from '../../usecases/suppliers/listSupplierStatementLines';

export const presentSupplierAccount = ({
  supplier: { supplierId, supplierName, supplierNameEn },
  owedFen,
}: OwedSupplier): z.input<typeof SupplierAccount> => ({
  ...{ supplierId, supplierName, supplierNameEn },
  owed: cny(owedFen),
});

export const presentSupplierPayment = (
  payment: SupplierPayment,
  reversedBy?: SupplierPaymentId,
): z.input<typeof SupplierPaymentView> => ({
  paymentId: payment.id,
  supplierId: payment.supplierId,
  amount: cny(payment.fen),
  paidOn: payment.paidOn,
  reference: payment.reference,
  note: payment.note,
  recordedAt: payment.recordedAt.toISOString(),
  recordedBy: payment.recordedBy,
  reverses: payment.reverses,
  reversedBy,
});

const presentAmount = ({ units, fen }: Amount) => ({ units, total: cny(fen) });

export const presentStatement = ({ supplier, ...one }: Statement): z.input<typeof SupplierStatement> => ({
  supplierId: supplier.supplierId,
  supplierName: supplier.supplierName,
  supplierNameEn: supplier.supplierNameEn,
  from: one.from,
  to: one.to,
  openingOwed: cny(one.openingFen),
  ordered: presentAmount(one.totals.ordered),
  delivered: cny(one.deliveredFen),
  short: presentAmount(one.totals.short),
  claims: cny(one.claimsFen),
  other: cny(one.otherFen),
  paid: cny(one.paidFen),
  closingOwed: cny(one.closingFen),
  purchaseOrders: one.orders.map(({ order, amounts }) => ({
    purchaseOrderId: order.id,
    number: order.number,
    orderedOn: order.orderedOn,
    pickupDate: order.pickupDate,
    ordered: presentAmount(amounts.ordered),
    delivered: presentAmount(amounts.delivered),
    short: presentAmount(amounts.short),
  })),
});

export const presentStatementLine = (line: StatementLine): z.input<typeof SupplierStatementLine> => {
  const { entry, fen, order, receipt, payment } = line;
  return {
    entryId: entry.entryId,
    day: entry.day,
    at: entry.at.toISOString(),
    kind: kindOf(line),
    amount: cny(fen),
    purchaseOrderId: entry.about.purchaseOrderId,
    claimId: entry.about.claimId,
    number: order?.number,
    ...(receipt
      ? {
          receiptId: receipt.receiptId,
          reference: receipt.reason,
          units: receipt.lines.reduce((sum, { units }) => sum + units, 0),
          goods: receipt.lines.map(({ title, pack, units, unitCostFen }) => ({
            ...{ title, pack, units },
            unitCost: cny(unitCostFen),
          })),
        }
      : {}),
    ...(payment ? { paymentId: payment.id, reference: payment.reference } : {}),
  };
};

function kindOf({ entry, receipt, payment }: StatementLine): SupplierStatementLine['kind'] {
  if (entry.kind === 'purchase') return receipt?.corrects === undefined ? 'delivered' : 'corrected';
  if (entry.kind === 'supplier_paid') return payment?.reverses === undefined ? 'paid' : 'reversed';
  return entry.kind === 'purchase_claim' || entry.kind === 'charge' ? 'claim' : 'other';
}
