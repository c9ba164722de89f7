import {
  type CycleId,
  type PurchaseOrderId,
  type SupplierId,
  type SupplierPaymentId,
} from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type Bought } from '../../domain/suppliers/makePurchaseOrder';
import { type PurchaseOrder } from '../../domain/suppliers/purchaseOrder';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';

export type StoredPurchaseOrder = Omit<PurchaseOrder, 'id'> & { _id: PurchaseOrderId };
/** The newest version of a round's consolidation that was told of. */
export type StoredRound = Omit<Bought, 'cycleId'> & { _id: CycleId };
export type StoredSupplierPayment = Omit<SupplierPayment, 'id'> & {
  _id: SupplierPaymentId;
  /** The ledger does not hold it yet. */
  ledgerDue: boolean;
};
/** A supplier that was bought from, as it was called last. */
export type StoredSupplierAccount = { _id: SupplierId; supplierName: string; supplierNameEn?: string };

const due = (field: string) => ({ partialFilterExpression: { [field]: true } });

export const PurchaseOrderModel = defineModel<StoredPurchaseOrder>({
  name: 'PurchaseOrder',
  collection: 'purchase_orders',
  indexes: [
    [{ cycleId: 1, madeAt: -1, _id: -1 }],
    [{ supplierId: 1, madeAt: -1, _id: -1 }],
    [{ supplierId: 1, orderedOn: 1 }],
    [{ madeAt: -1, _id: -1 }],
    [{ ledgerDue: 1 }, due('ledgerDue')],
    [{ 'mailDue.at': 1 }, { partialFilterExpression: { 'mailDue.at': { $exists: true } } }],
  ],
});

export const PurchaseRoundModel = defineModel<StoredRound>({
  name: 'PurchaseRound',
  collection: 'purchase_rounds',
});

export const SupplierPaymentModel = defineModel<StoredSupplierPayment>({
  name: 'SupplierPayment',
  collection: 'supplier_payments',
  indexes: [
    [{ supplierId: 1, place: 1 }, { unique: true }],
    [{ ledgerDue: 1, supplierId: 1 }, due('ledgerDue')],
    [{ reverses: 1 }, { partialFilterExpression: { reverses: { $exists: true } } }],
  ],
});

export const SupplierAccountModel = defineModel<StoredSupplierAccount>({
  name: 'SupplierAccount',
  collection: 'supplier_accounts',
});
