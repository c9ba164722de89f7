import { type PhaseStep } from './phaseStep';

const batch = 1_000;

/**
 * Makes every paid order the consolidation's. From then on no cancellation can win. A payment that another process is just
 * writing down comes too late when it is not seen here: `failStragglers` returns it.
 */
export const consolidatePaid: PhaseStep = async ({ deps: { cycleOrders, now }, closing, alive }) => {
  const { cycleId, consolidationId } = closing;
  do await alive();
  while ((await cycleOrders.consolidatePaid({ cycleId, consolidationId, now: now() }, batch)) > 0);
  return { phase: 'forming' };
};
