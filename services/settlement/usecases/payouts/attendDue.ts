import { attendPayout } from './attendPayout';
import { type PayoutDeps } from './deps';

const atOnce = 50;
const failedMs = 60_000;

/**
 * Looks at every payout that somebody has to look at, the longest waiting first. One that fails holds up no other.
 * @returns whether there may be more
 */
export async function attendDue(deps: PayoutDeps): Promise<boolean> {
  const due = await deps.payouts.due(deps.now(), atOnce);
  for (const payout of due)
    await attendPayout(deps, payout).catch(async (err: unknown) => {
      deps.log.error({ err, payoutId: payout.id }, 'a payout could not be attended to');
      await deps.payouts.lookLater(payout, new Date(deps.now().getTime() + failedMs));
    });
  return due.length === atOnce;
}
