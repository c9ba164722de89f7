import { type AccountId, type LineId, type OfferId, type OrderId } from '#shared/contracts/ids';

/** What one account has paid or reserved of one offer that has a per-shopper limit. */
export type Purchase = {
  /** `purchaseId(offerId, accountId)` */
  readonly _id: string;
  readonly offerId: OfferId;
  readonly accountId: AccountId;
  readonly units: number;
  readonly entries: readonly PurchaseEntry[];
  /** Nobody asks any more after this. */
  readonly dropAt: Date;
};

export type PurchaseEntry = {
  readonly orderId: OrderId;
  readonly take: string;
  readonly lineId: LineId;
  readonly units: number;
};
