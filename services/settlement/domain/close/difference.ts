import { type AccountId, type DifferenceId, type OrderId, type RefundId } from '#shared/contracts/ids';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import {
  type DifferenceKind,
  type DifferenceState,
  type DifferenceSuggestion,
} from '#shared/contracts/settlement/close';
import { derivedId } from '#shared/kit/ids';
import { type Posting } from '../ledger/entry';

/** What movements are compared under: all of one order's payment, of one refund, of one payout, or a row that nobody knows. */
export type MovementKey =
  `order:${string}` | `refund:${string}` | `payout:${string}` | `row:${string}` | 'balance';

/** What moved under a key on one side, on the day that is compared. */
export type Side = { readonly fen: number; readonly at: Date };

export type DifferenceAbout = {
  readonly orderId?: OrderId;
  readonly refundId?: RefundId;
  readonly payoutId?: string;
  /** The provider's own words and id of a row that is none of ours. */
  readonly rowId?: string;
  readonly words?: string;
};

/** A difference as a comparison finds it: what our ledger says moved at the provider that day, and what the provider says. */
export type FoundDifference = {
  readonly key: MovementKey;
  readonly kind: DifferenceKind;
  readonly suggestion: DifferenceSuggestion;
  readonly about: DifferenceAbout;
  readonly ours?: Side;
  readonly theirs?: Side;
};

/** What an operator decided about a difference. */
export type Resolution = {
  /** Follows from the request: sent again, it is the same one. */
  readonly resolutionId: string;
  /** Of what was wished: another wish under the same request is refused. */
  readonly fingerprint: string;
  readonly by: AccountId;
  readonly at: Date;
  readonly note: string;
  /** What was posted for it; they sum to zero. */
  readonly postings?: readonly Posting[];
};

export type Difference = FoundDifference & {
  readonly differenceId: DifferenceId;
  readonly provider: PaymentProviderName;
  readonly day: string;
  readonly state: DifferenceState;
  /** By how much adjustments brought our side nearer to the provider's, in fen. */
  readonly adjustedFen: number;
  readonly resolutions: readonly Resolution[];
  readonly foundAt: Date;
  /** Counts the writes. */
  readonly version: number;
};

export const differenceIdOf = (provider: PaymentProviderName, day: string, key: MovementKey): DifferenceId =>
  derivedId('dif', provider, day, key);

/** What the provider says more than our ledger, in fen. */
export const gapOf = ({ ours, theirs }: Pick<FoundDifference, 'ours' | 'theirs'>): number =>
  (theirs?.fen ?? 0) - (ours?.fen ?? 0);

/** By how much the provider still says more than our ledger with its adjustments, in fen. */
export const standsOffBy = (difference: Difference): number => gapOf(difference) - difference.adjustedFen;

/** What is still to be adjusted, in fen: all that was, once nothing needs it any more. */
export const remainingOf = (difference: Difference): number =>
  difference.suggestion === 'take_back' ? -difference.adjustedFen : standsOffBy(difference);

/**
 * The difference after a comparison that finds something under its key, or nothing any more; undefined when nothing changed. What was
 * adjusted for something that is no difference any more, or that another day explains, must be taken back.
 */
export function comparedAgain(
  difference: Difference,
  found: FoundDifference | undefined,
): Difference | undefined {
  const isOfOtherDay = found?.kind === 'other_day';
  if ((!found || isOfOtherDay) && difference.adjustedFen !== 0) return toTakeBack(difference, found);
  if (found && sameFinding(difference, found) && difference.state !== 'gone') return undefined;
  if (!found) return difference.state === 'gone' ? undefined : { ...difference, state: 'gone' };
  const { ours: _ours, theirs: _theirs, ...rest } = difference;
  const next = { ...rest, ...found };
  const state = isOfOtherDay ? 'explained' : remainingOf(next) === 0 ? 'resolved' : 'open';
  return { ...next, state };
}

function toTakeBack(difference: Difference, found: FoundDifference | undefined): Difference | undefined {
  const { ours: _ours, theirs: _theirs, ...rest } = difference;
  const next: Difference = {
    ...rest,
    ...(found?.ours && { ours: found.ours }),
    ...(found?.theirs && { theirs: found.theirs }),
    ...{ kind: 'other_amount', suggestion: 'take_back', state: 'open' },
  };
  return sameFinding(difference, next) ? undefined : next;
}

const sameFinding = (one: FoundDifference, other: FoundDifference): boolean =>
  one.kind === other.kind &&
  one.suggestion === other.suggestion &&
  one.ours?.fen === other.ours?.fen &&
  one.theirs?.fen === other.theirs?.fen;
