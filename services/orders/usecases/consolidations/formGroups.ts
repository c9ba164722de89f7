import { type PickupPointId, type SkuId } from '#shared/contracts/ids';
import { belowMinimum, type Demand, outcomeOf, Tally } from '../../domain/cutoff/outcomes';
import { type DroppedSku } from '../../domain/consolidation';
import { type CutoffOutcome, decideGroup, type GroupOrderIdentity } from '../../domain/groupOrder';
import { groupOrderIdOf } from '../../domain/place';
import { type Closing } from '../../storage/closingStore';
import { inGroups } from '../inGroups';
import { type ClosingDeps, type PhaseStep } from './phaseStep';

/** Each waits for the disk: together they wait once. Their orders lie in memory, so that it is not all of them. */
const pointsAtOnce = 8;

/**
 * Decides for each pickup point which groups came together and what everybody pays, and for the city what no supplier
 * delivers. Decisions are kept before any order hears of one, so that a restart applies the same.
 */
export const formGroups: PhaseStep = async ({ deps, closing, alive }) => {
  const demands = new Map<SkuId, Demand>();
  const points = await deps.cycleOrders.pickupPointsOf(closing.consolidationId);
  await inGroups(points, pointsAtOnce, async (pickupPointId) => {
    await alive();
    for (const outcome of await outcomesAt(deps, closing, pickupPointId)) addDemand(demands, outcome);
  });
  await deps.groupOrders.markGathering(closing.cycleId);
  const droppedSkus = belowMinimum([...demands.values()]).map(({ skuId, title, units }): DroppedSku => ({
    skuId,
    title,
    units,
    reason: 'supplier_minimum',
  }));
  return { phase: 'deciding', droppedSkus };
};

/** The decisions for one pickup point: those that were made before, or new ones. */
async function outcomesAt(
  deps: ClosingDeps,
  closing: Closing,
  pickupPointId: PickupPointId,
): Promise<readonly CutoffOutcome[]> {
  const { cycleId, cityId, cutoffAt, pickupDate, consolidationId } = closing;
  const id = groupOrderIdOf(pickupPointId, cycleId);
  const identity: GroupOrderIdentity = { id, pickupPointId, cityId, cycleId, cutoffAt, pickupDate };
  for (;;) {
    const group = await deps.groupOrders.find(id);
    if (group?.cutoff) return group.cutoff.outcomes;
    if (!group) {
      await deps.groupOrders.mark(identity);
      continue;
    }
    const outcomes = await outcomesOf(deps, closing, pickupPointId);
    if (await deps.groupOrders.save(group, decideGroup(group, { consolidationId, outcomes })))
      return outcomes;
  }
}

async function outcomesOf(
  { cycleOrders }: ClosingDeps,
  { consolidationId }: Closing,
  pickupPointId: PickupPointId,
): Promise<CutoffOutcome[]> {
  const tally = new Tally();
  for await (const order of cycleOrders.ofStop(consolidationId, pickupPointId)) tally.add(order);
  return tally.offers().map((bought) => ({
    ...outcomeOf(bought),
    skuId: bought.offer.skuId,
    title: bought.offer.title,
    supplierMinimumUnits: bought.offer.supplierMinimumUnits,
    ...(bought.offer.group ? { target: bought.offer.group } : {}),
  }));
}

function addDemand(demands: Map<SkuId, Demand>, outcome: CutoffOutcome): void {
  if (outcome.group === 'failed') return;
  const { skuId, title, units, supplierMinimumUnits } = outcome;
  const known = demands.get(skuId)?.units ?? 0;
  demands.set(skuId, { skuId, title, units: known + units, supplierMinimumUnits });
}
