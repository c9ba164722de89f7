import { isRefusal } from '#shared/kit/client/remoteProblem';
import { Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { cityDay, nextDay, weekdayIn } from '../../domain/payouts/days';
import { type Payee } from '../../domain/payouts/payee';
import { askPayout } from './askPayout';
import { type PayoutDeps } from './deps';

const atOnce = 50;
const awayMs = 60_000;

/**
 * Asks for the leaders on the day that their city's rules name. Each is looked at once a day of the city; after a crash once more, which
 * finds the payout that was asked for.
 * @returns whether there may be more
 */
export async function payWeekly(deps: PayoutDeps): Promise<boolean> {
  const due = await deps.payees.weeklyDue(deps.now(), atOnce);
  for (const payee of due) await deps.payees.lookAgain(payee, await lookedAt(deps, payee));
  return due.length === atOnce;
}

/** @returns when to look again */
async function lookedAt(deps: PayoutDeps, { accountId, cityId }: Payee): Promise<Date> {
  const now = deps.now();
  try {
    const { timeZone, rules } = await deps.cityOf(cityId);
    if (rules.payoutWeekday === weekdayIn(now, timeZone))
      await askPayout(deps, {
        accountId,
        payoutId: derivedId('pyt', 'weekly', accountId, cityDay(now, timeZone)),
        askedBy: 'weekly',
      }).catch(unlessRefused);
    return nextDay(now, timeZone);
  } catch (err) {
    if (!isRefusal(err, 'SERVICE_UNAVAILABLE')) deps.log.error({ err, accountId }, 'no weekly payout');
    return new Date(now.getTime() + awayMs);
  }
}

/** Nothing to draw, or not yet: it comes next week. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
