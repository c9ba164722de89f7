import { type GroupOrderId } from '#shared/contracts/ids';
import { type CutoffOutcomes, decideOrder } from '../../domain/cutoff/decideOrder';
import { type Order } from '../../domain/order';
import { type Phase, type PhaseStep } from './phaseStep';

const batch = 500;

/** Gives each order of the consolidation its receipt, with what it costs and what is refunded, in one guarded write per order. */
export const decideOrders: PhaseStep = async (phase) => {
  const { deps, closing, alive } = phase;
  const droppedSkus = new Set(closing.droppedSkus.map(({ skuId }) => skuId));
  for (;;) {
    await alive();
    const orders = await deps.cycleOrders.undecided(closing.cycleId, batch);
    if (orders.length === 0) return { phase: 'freezing' };
    const outcomes = await outcomesOfGroups(phase, orders);
    const changes = orders.flatMap((before) => {
      if (before.status !== 'consolidated') return [];
      const offers: CutoffOutcomes['offers'] = outcomes.get(before.groupOrderId) ?? new Map();
      const decision = decideOrder(before, { offers, droppedSkus }, deps.now());
      return decision ? [{ before, decision }] : [];
    });
    if (changes.length === 0)
      throw new Error(`Nothing can be decided about the orders of ${closing.cycleId}`);
    await deps.orders.saveAll(changes);
  }
};

async function outcomesOfGroups({ deps }: Phase, orders: readonly Order[]) {
  const ids = [...new Set(orders.map(({ groupOrderId }) => groupOrderId))];
  const read = ids.map(async (id): Promise<[GroupOrderId, CutoffOutcomes['offers']]> => {
    const outcomes = (await deps.groupOrders.find(id))?.cutoff?.outcomes ?? [];
    return [id, new Map(outcomes.map((outcome) => [outcome.offerId, outcome]))];
  });
  return new Map(await Promise.all(read));
}
