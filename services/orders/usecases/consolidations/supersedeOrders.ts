import { type InConsolidation, moveOn, supersede } from '../../domain/cutoff/supersede';
import { may } from '../../domain/lifecycle';
import { type PhaseStep } from './phaseStep';

const batch = 500;

/** Moves the orders of the consolidation that is replaced to the new one, without what no supplier delivers. */
export const supersedeOrders: PhaseStep = async ({ deps, closing, alive }) => {
  const { supersedes, consolidationId } = closing;
  if (supersedes === undefined) throw new Error(`The closing of ${closing.cycleId} replaces nothing`);
  const droppedSkus = new Set(
    closing.droppedSkus.filter(({ reason }) => reason === 'supplier_shortage').map(({ skuId }) => skuId),
  );
  for (;;) {
    await alive();
    const orders = await deps.cycleOrders.inConsolidation(supersedes, batch);
    if (orders.length === 0) return { phase: 'freezing' };
    await deps.orders.saveAll(
      orders.map((before) => ({
        before,
        decision:
          // Otherwise the goods are there already: the order only belongs to the new version.
          may('receive', before)
            ? supersede(before, { consolidationId, droppedSkus }, deps.now())
            : { order: moveOn(before as InConsolidation, consolidationId) },
      })),
    );
  }
};
