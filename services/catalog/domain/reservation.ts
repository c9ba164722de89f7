import { type AccountId, type CycleId, type LineId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { type EventEnvelope } from '#shared/contracts/events/envelope';

export type StockLine = { readonly lineId: LineId; readonly offerId: OfferId; readonly quantity: number };

/**
 * What offers must still be told of a decision about a reservation, and since when. Telling them is idempotent, so whoever finds
 * it (the use case itself, a repeated call, the sweeper of any process) may do it.
 */
export type Unsettled = {
  readonly since: Date;
  /** Names the decision, so that its author can tell it from another's. */
  readonly by: string;
} & (
  | { readonly work: 'sell_holds' }
  | { readonly work: 'return_holds' }
  | { readonly work: 'return_sold'; readonly lineIds: readonly LineId[] }
);

type Common = {
  readonly _id: OrderId;
  readonly accountId: AccountId;
  readonly cycleId: CycleId;
  readonly lines: readonly StockLine[];
  /** Offers of `lines` whose per-shopper limit counted this order. */
  readonly limited: readonly OfferId[];
  /** Names the holds that this reservation owns; each taking of stock has a new one. */
  readonly take: string;
  /** Tries to place the order that count on these holds: they go back when the last one has left. Absent on old records. */
  readonly placings?: readonly string[];
  readonly expiresAt: Date;
  /** Rises with each decision. */
  readonly version: number;
  readonly createdAt: Date;
  readonly unsettled?: Unsettled;
  readonly outbox: readonly EventEnvelope[];
};

/** Stock held for an unpaid order: every line's hold lies in its offer. */
export type Held = Common & { readonly status: 'held' };
/** Stock that belongs to a paid order, less the lines that were given back. */
export type Confirmed = Common & { readonly status: 'confirmed'; readonly returned: readonly LineId[] };
/**
 * All stock was given back. After `expiry` or `release` of a hold a late payment may take it again; after `return` of an
 * allocation nothing may. After `left` (every try to place the order came to nothing) and after `orphan` (the fence that the
 * reconciler puts up when a reserving process died) the order may reserve as if nothing had happened.
 */
export type Released = Common & {
  readonly status: 'released';
  readonly ended: 'expiry' | 'release' | 'return' | 'left' | 'orphan';
};

/** The decision record of one order's stock. */
export type ReservationRecord = Held | Confirmed | Released;

/** Whether the order may reserve as if it had never asked. */
export const isForgotten = (record: ReservationRecord): boolean =>
  record.status === 'released' && (record.ended === 'left' || record.ended === 'orphan');

/** Lines of an allocation that are still the order's own. */
export const keptLines = ({ lines, returned }: Confirmed): readonly LineId[] =>
  lines.map(({ lineId }) => lineId).filter((lineId) => !returned.includes(lineId));

/** Whether both reserve the same, in whatever order their lines stand. */
export const hasSameLines = (one: readonly StockLine[], other: readonly StockLine[]): boolean =>
  one.length === other.length &&
  one.every(({ lineId, offerId, quantity }) =>
    other.some((line) => line.lineId === lineId && line.offerId === offerId && line.quantity === quantity),
  );
