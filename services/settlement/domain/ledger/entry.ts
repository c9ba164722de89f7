import { type RefundReason } from '#shared/contracts/events/orders';
import {
  type AccountId,
  type CityId,
  type CycleId,
  type LedgerEntryId,
  type LineId,
  type OrderId,
  type PurchaseOrderId,
  type RefundId,
  type SkuId,
} from '#shared/contracts/ids';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { derivedId } from '#shared/kit/ids';
import { type LedgerAccount } from './account';

/** So much is added to an account; negative: taken from it. In fen, whole. */
export type Posting = { readonly account: LedgerAccount; readonly fen: number };

/** What happened to money. */
export const entryKinds = [
  'capture',
  'refund_decided',
  'refund_returned',
  'refund_bounced',
  'charge',
  'commission_accrual',
  'commission_reversal',
  'provider_fee',
  'provider_payout',
  'payout_sent',
  'payout_paid',
  'payout_returned',
  'purchase',
  'purchase_claim',
  'supplier_paid',
  'adjustment',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What an entry is about: it is found by each of these. */
export type About = {
  readonly orderId?: OrderId;
  readonly lineId?: LineId;
  readonly refundId?: RefundId;
  readonly reason?: RefundReason;
  readonly cycleId?: CycleId;
  readonly provider?: PaymentProviderName;
  readonly payoutId?: string;
  readonly purchaseOrderId?: PurchaseOrderId;
  readonly claimId?: string;
};

/** What a leader reads about an entry that is commission. */
export type CommissionPart = {
  readonly leaderAccountId: AccountId;
  readonly skuId?: SkuId;
  readonly title?: { readonly zh: string; readonly en: string };
  /** What the leader gets; negative for a reversal. */
  readonly fen: number;
  /** What it is a share of, in fen, at that moment. */
  readonly baseFen: number;
  readonly basisPoints: number;
  readonly withdrawableFrom: Date;
};

/** What is to be written down: its postings sum to zero. */
export type NewEntry = {
  /** Tells it from every other: `capture:ord_1`, `refund_decided:ref_1`, `charge:ref_1/0`, `commission:ord_1/l1/0`, `payout_sent:pyo_1`. */
  readonly cause: string;
  readonly kind: EntryKind;
  /** The city's day on which it happened; of no city: China's. */
  readonly day: string;
  readonly at: Date;
  readonly cityId?: CityId;
  readonly about: About;
  readonly postings: readonly Posting[];
  readonly commission?: CommissionPart;
};

/** An entry as it was written down; it never changes. */
export type Entry = NewEntry & { readonly entryId: LedgerEntryId };

/** The id that follows from the cause: the same cause is written down once. */
export const entryIdOf = (cause: string): LedgerEntryId => derivedId('led', cause);

/** @throws {Error} when the entry is not balanced, or not in whole fen: its maker made a mistake */
export function assertBalanced({ cause, postings }: NewEntry): void {
  const sum = postings.reduce((total, { fen }) => total + fen, 0);
  if (sum !== 0 || postings.length === 0 || !postings.every(({ fen }) => Number.isSafeInteger(fen)))
    throw new Error(`The entry ${cause} is not balanced: its postings sum to ${sum}`);
}
