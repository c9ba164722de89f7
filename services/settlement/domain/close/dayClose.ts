import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { type CloseState, type CloseWaiting } from '#shared/contracts/settlement/close';

/** What one side says of a day, in fen: taken, given back, and paid out or booked otherwise (signed). */
export type DaySums = { readonly takenFen: number; readonly returnedFen: number; readonly otherFen: number };

export const noSums: DaySums = { takenFen: 0, returnedFen: 0, otherFen: 0 };

/** Fees of a day that were posted: the first time all of them, later what a statement that was read again says more or less. */
export type FeePost = { readonly fen: number; readonly at: Date };

export type Counts = { readonly open: number; readonly explained: number; readonly resolved: number };

/** The comparison of one day of one provider. */
export type DayClose = {
  readonly provider: PaymentProviderName;
  readonly day: string;
  readonly state: CloseState;
  readonly waiting?: CloseWaiting;
  /** When there is something to be done next: to read the statement, or to compare anew; absent: nothing. */
  readonly dueAt?: Date;
  /** When the statement was read to its end; absent: it is to be read. */
  readonly readAt?: Date;
  /** Counts the readings of the statement. */
  readonly reading: number;
  readonly comparedAt?: Date;
  readonly ours: DaySums;
  readonly theirs: DaySums;
  readonly feeFen: number;
  /** What lay with the provider at the end of the day: by our ledger, and by the provider where it tells. */
  readonly oursClosingFen: number;
  readonly theirsClosingFen?: number;
  readonly feePosts: readonly FeePost[];
  readonly differences: Counts;
  readonly version: number;
};

export const noDifferences: Counts = { open: 0, explained: 0, resolved: 0 };

export const stateOf = ({ open, resolved }: Counts): CloseState =>
  open > 0 ? 'differs' : resolved > 0 ? 'resolved' : 'agrees';
