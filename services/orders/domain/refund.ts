import { type ChargeCause, type Payer, type RefundReason } from '#shared/contracts/events/orderFacts';
import { type AccountId, type LineId, type RefundId, type SupplierId } from '#shared/contracts/ids';

/** Who bears (a part of) a refund, and since when. */
export type Charge = {
  readonly payer: Payer;
  /** Of a leader or courier. */
  readonly accountId?: AccountId;
  readonly supplierId?: SupplierId;
  readonly fen: number;
  readonly at: Date;
  /** Who decided it; absent where a rule did. */
  readonly by?: AccountId;
  readonly because: ChargeCause;
};

export type RefundedLine = { readonly lineId: LineId; readonly fen: number };

/** What is to go back, and why; `refundId` follows from the cause, so that the same cause is refunded once. */
export type RefundWish = {
  readonly refundId: RefundId;
  readonly reason: RefundReason;
  readonly lines: readonly RefundedLine[];
  readonly deliveryFeeFen: number;
};

/**
 * Money back: `due` → `requested` → `pending` (wallets) → `succeeded` or `failed`. Before a card is captured nothing needs
 * to be returned: the amount is `succeeded` as not charged, and the capture takes less.
 */
export type Refund = RefundWish & {
  /** Who bears it, in the order in which it was decided: the last one counts. Absent: the platform does. */
  readonly charges?: readonly Charge[];
  /** Who granted it; absent where a rule did. */
  readonly by?: AccountId;
  /** Sum of the lines and the fee. */
  readonly fen: number;
  readonly decidedAt: Date;
  /** Counts the tries after which an operator asked for another; part of the provider's idempotency key. */
  readonly attempt: number;
} & (
    | { readonly status: 'due' }
    | { readonly status: 'requested'; readonly requestedAt: Date }
    | { readonly status: 'pending'; readonly requestedAt: Date; readonly providerRefundId: string }
    | { readonly status: 'succeeded'; readonly way: 'not_charged'; readonly settledAt: Date }
    | {
        readonly status: 'succeeded';
        readonly way: 'returned';
        readonly settledAt: Date;
        readonly providerRefundId: string;
      }
    | {
        readonly status: 'failed';
        readonly failedAt: Date;
        readonly failure: string;
        readonly providerRefundId?: string;
      }
  );

export const sumOf = (amounts: readonly { readonly fen: number }[]): number =>
  amounts.reduce((sum, { fen }) => sum + fen, 0);

/** The parts of a refund that its progress does not change. */
export const wishPart = ({
  refundId,
  reason,
  lines,
  deliveryFeeFen,
  fen,
  decidedAt,
  attempt,
  by,
  charges,
}: Refund) => ({
  ...(by === undefined ? {} : { by }),
  ...(charges === undefined ? {} : { charges }),
  refundId,
  reason,
  lines,
  deliveryFeeFen,
  fen,
  decidedAt,
  attempt,
});
