import { type PayoutId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { fenToAsk } from '../../domain/payouts/available';
import { cityDay } from '../../domain/payouts/days';
import { type Payout } from '../../domain/payouts/payout';
import { attendPayout } from './attendPayout';
import { type Leader, type PayoutDeps } from './deps';
import { purseOf } from './purseOf';

const maxTries = 20;

export type PayoutWish = Leader & {
  /** Follows from the idempotency key, or from the week. */
  readonly payoutId: PayoutId;
  readonly askedBy: Payout['askedBy'];
};

/**
 * Asks for all that can be withdrawn. Payouts of an account are numbered, so that of two at once the second one sees the first, and finds
 * nothing left. After a crash the same wish finds its payout.
 * @throws {Refused} PAYEE_NOT_VERIFIED, PAYOUT_TOO_SMALL, PAYOUT_LIMIT_REACHED
 */
export async function askPayout(
  deps: PayoutDeps,
  { accountId, payoutId, askedBy }: PayoutWish,
): Promise<Payout> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await deps.payouts.find(payoutId);
    if (known) return known;
    const payee = await deps.payees.find(accountId);
    if (payee?.state !== 'verified') throw new Refused('PAYEE_NOT_VERIFIED');
    const { cityId } = payee;
    const { timeZone, rules } = await deps.cityOf(cityId);
    const now = deps.now();
    const day = cityDay(now, timeZone);
    // Before the purse: whoever adds a payout after this takes the number.
    const newest = await deps.payouts.newest(accountId);
    const fen = fenToAsk(await purseOf(deps, accountId), await deps.payouts.askedOn(accountId, day), rules);
    const payout: Payout = {
      id: payoutId,
      ...{ accountId, cityId, fen, askedBy, day },
      number: (newest?.number ?? 0) + 1,
      askedAt: now,
      ...(newest ? { coversAfter: newest.coversUntil } : {}),
      coversUntil: now,
      status: 'due',
      failed: [],
      version: 1,
    };
    if (await deps.payouts.insert(payout)) return attendPayout(deps, payout);
  }
  throw new Overloaded(`read and write the payouts of ${accountId}`, maxTries);
}
