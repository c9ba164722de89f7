import { type AccountId, type SupplierId, type SupplierPaymentId } from '#shared/contracts/ids';

/** Money that a supplier was paid. Never changed: a mistake is taken back by another one. */
export type SupplierPayment = {
  readonly id: SupplierPaymentId;
  readonly supplierId: SupplierId;
  /** Counts a supplier's payments from 1: two that are recorded at once cannot both be the next one. */
  readonly place: number;
  /** In fen; negative: it takes back the payment that it names. */
  readonly fen: number;
  readonly paidOn: string;
  readonly reference: string;
  readonly note?: string;
  readonly recordedAt: Date;
  readonly recordedBy: AccountId;
  readonly reverses?: SupplierPaymentId;
};
