import { type CycleId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type Closing } from '../../storage/closingStore';
import { type Closer } from './closer';
import { type ClosingDeps } from './phaseStep';

/**
 * Closes a cycle whose cutoff has passed as far as it goes now, and tells how many of its orders still wait for money.
 * @throws {Refused} NOT_FOUND, CYCLE_STILL_OPEN
 */
export async function closeCycle(
  deps: ClosingDeps & { readonly closer: Closer },
  cycleId: CycleId,
): Promise<{ closing: Closing; ordersInFlight: number }> {
  const { terms, closings, closer, cycleOrders, now } = deps;
  const cycle = await terms.cycle(cycleId);
  if (new Date(cycle.cutoffAt) > now()) throw new Refused('CYCLE_STILL_OPEN');
  await closer.begin(cycle);
  await closer.advance(cycleId);
  return {
    closing: found(await closings.find(cycleId)),
    ordersInFlight: await cycleOrders.countUnpaid(cycleId),
  };
}
