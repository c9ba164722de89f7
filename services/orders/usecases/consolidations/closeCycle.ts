import { type CycleId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type Closing } from '../../storage/closingStore';
import { type Closer } from './closer';
import { type ClosingDeps } from './closingPhase';

/**
 * Closes a cycle whose cutoff has passed as far as it goes now.
 * @throws {Refused} NOT_FOUND, CYCLE_STILL_OPEN
 */
export async function closeCycle(
  deps: ClosingDeps & { readonly closer: Closer },
  cycleId: CycleId,
): Promise<Closing> {
  const { terms, closings, closer, now } = deps;
  const cycle = await terms.cycle(cycleId);
  if (new Date(cycle.cutoffAt) > now()) throw new Refused('CYCLE_STILL_OPEN');
  await closer.begin(cycle);
  await closer.advance(cycleId);
  return found(await closings.find(cycleId));
}
