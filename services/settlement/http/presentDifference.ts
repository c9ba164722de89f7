import { type SignedMoney } from '#shared/contracts/money';
import { type DifferenceView } from '#shared/contracts/settlement/close';
import { type Difference, remainingOf, type Side } from '../domain/close/difference';

const signed = (fen: number): SignedMoney => ({ amount: fen, currency: 'CNY' });

const presentSide = (side: Side | undefined) =>
  side && { amount: signed(side.fen), at: side.at.toISOString() };

export function presentDifference(difference: Difference): DifferenceView {
  const { differenceId, provider, day, kind, suggestion, state, about, resolutions } = difference;
  return {
    ...{ differenceId, provider, day, kind, suggestion, state },
    ours: presentSide(difference.ours),
    theirs: presentSide(difference.theirs),
    remaining: signed(remainingOf(difference)),
    orderId: about.orderId,
    refundId: about.refundId,
    payoutId: about.payoutId,
    rowId: about.rowId,
    words: about.words,
    resolutions: resolutions.map(({ by, at, note, postings }) => ({
      ...{ by, at: at.toISOString(), note },
      adjusted:
        postings && signed(0 - (postings.find(({ account }) => account.startsWith('provider:'))?.fen ?? 0)),
    })),
    foundAt: difference.foundAt.toISOString(),
  };
}
