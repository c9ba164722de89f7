import { type AccountId, type PayoutId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { approve } from '../../domain/payouts/lifecycle';
import { type Payout } from '../../domain/payouts/payout';
import { attendPayout } from './attendPayout';
import { type PayoutDeps } from './deps';

/** A payout as it was looked at. */
export type Seen = { readonly payoutId: PayoutId; readonly fen: number };

/**
 * Says that payouts may go. All are looked at before the first one is approved, so that a refusal changes nothing; told again, or after
 * a crash, those that are approved stay so.
 * @throws {Refused} NOT_FOUND, PAYOUT_IS_OWN, CHANGED_MEANWHILE @throws {PayoutActionNotAllowed}
 */
export async function approvePayouts(
  deps: PayoutDeps,
  by: AccountId,
  seen: readonly Seen[],
): Promise<Payout[]> {
  for (const { payoutId, fen } of seen) look(found(await deps.payouts.find(payoutId)), fen);
  const approved: Payout[] = [];
  for (const { payoutId, fen } of seen)
    approved.push(
      await attendPayout(
        deps,
        await deps.payouts.change(payoutId, deps.now(), (payout) => look(payout, fen)),
      ),
    );
  return approved;

  function look(payout: Payout, fen: number): Payout {
    if (isApproved(payout)) return payout;
    if (payout.fen !== fen) throw new Refused('CHANGED_MEANWHILE');
    return approve(payout, by, deps.now());
  }
}

const isApproved = (payout: Payout): boolean => payout.status === 'due' && payout.approval !== undefined;
