import { Refused } from '#shared/kit/domainError';
import { providerAccount } from '../ledger/account';
import { type Posting } from '../ledger/entry';
import { type Difference, remainingOf, type Resolution } from './difference';

/**
 * The difference with what an operator decided about it; the same decision sent again changes nothing.
 * @throws {Refused} IDEMPOTENCY_KEY_REUSED; DIFFERENCE_NOT_OPEN when it is decided already, explained or gone; ADJUSTMENT_UNBALANCED, ADJUSTMENT_TOO_LARGE
 */
export function resolved(difference: Difference, resolution: Resolution): Difference {
  const same = difference.resolutions.find(({ resolutionId }) => resolutionId === resolution.resolutionId);
  if (same && same.fingerprint !== resolution.fingerprint) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  if (same) return difference;
  if (difference.state !== 'open') throw new Refused('DIFFERENCE_NOT_OPEN');
  const adjusted = resolution.postings ? adjustedBy(difference, resolution.postings) : 0;
  return {
    ...difference,
    state: 'resolved',
    adjustedFen: difference.adjustedFen + adjusted,
    resolutions: [...difference.resolutions, resolution],
  };
}

/** By how much postings bring our side nearer to the provider's: never away from it, and never beyond. */
function adjustedBy(difference: Difference, postings: readonly Posting[]): number {
  const lies = providerAccount(difference.provider);
  const [atProvider, ...others] = postings.filter(({ account }) => account.startsWith('provider:'));
  const sum = postings.reduce((total, { fen }) => total + fen, 0);
  if (atProvider?.account !== lies || others.length > 0 || sum !== 0 || postings.some(({ fen }) => fen === 0))
    throw new Refused('ADJUSTMENT_UNBALANCED');
  const [adjusted, remaining] = [-atProvider.fen, remainingOf(difference)];
  if (adjusted * remaining <= 0 || Math.abs(adjusted) > Math.abs(remaining))
    throw new Refused('ADJUSTMENT_TOO_LARGE');
  return adjusted;
}
