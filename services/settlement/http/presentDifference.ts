import { type DifferenceView } from '#shared/contracts/settlement/close';
import { cny } from '#shared/kit/money';
import { type Difference, remainingOf, type Side } from '../domain/close/difference';

const presentSide = (side: Side | undefined) => side && { amount: cny(side.fen), at: side.at.toISOString() };

export function presentDifference(difference: Difference): DifferenceView {
  const { differenceId, provider, day, kind, suggestion, state, about, resolutions } = difference;
  return {
    ...{ differenceId, provider, day, kind, suggestion, state },
    ours: presentSide(difference.ours),
    theirs: presentSide(difference.theirs),
    remaining: cny(remainingOf(difference)),
    orderId: about.orderId,
    refundId: about.refundId,
    payoutId: about.payoutId,
    rowId: about.rowId,
    words: about.words,
    resolutions: resolutions.map(({ by, at, note, postings }) => ({
      ...{ by, at: at.toISOString(), note },
      adjusted:
        postings && cny(0 - (postings.find(({ account }) => account.startsWith('provider:'))?.fen ?? 0)),
    })),
    foundAt: difference.foundAt.toISOString(),
  };
}
