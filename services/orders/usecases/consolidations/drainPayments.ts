import { type PhaseStep } from './phaseStep';

/** Waits until no payment of the cycle can come in any more: a quiet cycle goes on at once. */
export const drainPayments: PhaseStep = async ({
  deps: { cycleOrders, now },
  closing: { cycleId, graceUntil },
}) => {
  const isOver = now() >= graceUntil || (await cycleOrders.countUnpaid(cycleId)) === 0;
  return isOver ? { phase: 'consolidating' } : undefined;
};
