import { awaitingPayment, claimPaid } from '../../storage/cycleOrderStore';
import { type PhaseStep } from './closingPhase';

const batch = 1_000;

/** Waits until no payment of the cycle can come in any more: a quiet cycle goes on at once. */
export const drain: PhaseStep = async ({ deps: { orders, now }, closing: { cycleId, graceUntil } }) => {
  const isOver = now() >= graceUntil || (await awaitingPayment(orders.collection, cycleId)) === 0;
  return isOver ? { phase: 'claiming' } : undefined;
};

/**
 * Makes every paid order the consolidation's. From then on no cancellation can win. A payment that another process is just
 * writing down comes too late when it is not seen here: `failStragglers` returns it.
 */
export const claim: PhaseStep = async ({ deps: { orders, now }, closing, alive }) => {
  const { cycleId, consolidationId } = closing;
  do await alive();
  while ((await claimPaid(orders.collection, { cycleId, consolidationId, now: now() }, batch)) > 0);
  return { phase: 'forming' };
};
