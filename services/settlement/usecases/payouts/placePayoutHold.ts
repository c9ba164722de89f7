import { found, notFound, Refused } from '#shared/kit/domainError';
import { leaderAccount } from '../../domain/ledger/account';
import { type Hold } from '../../domain/payouts/hold';
import { type PayoutDeps } from './deps';

const longestMs = 90 * 24 * 3_600_000;

/**
 * Keeps back what is disputed of a leader's commission. The same wish places it once.
 * @throws {Refused} NOT_FOUND for somebody who never earned, HOLD_END_NOT_ALLOWED
 */
export async function placePayoutHold(
  { payoutHolds, ledger, now }: Pick<PayoutDeps, 'payoutHolds' | 'ledger' | 'now'>,
  wish: Omit<Hold, 'placedAt' | 'released'>,
): Promise<Hold> {
  const known = await payoutHolds.find(wish.id);
  if (known) return known;
  const placedAt = now();
  const ms = wish.until.getTime() - placedAt.getTime();
  if (ms <= 0 || ms > longestMs) throw new Refused('HOLD_END_NOT_ALLOWED');
  const { items } = await ledger.entriesOf({ account: leaderAccount(wish.accountId) }, { limit: 1 });
  if (items.length === 0) throw notFound();
  await payoutHolds.insert({ ...wish, placedAt });
  return found(await payoutHolds.find(wish.id));
}
