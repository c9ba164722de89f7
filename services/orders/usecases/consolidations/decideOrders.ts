import { type GroupOrderId } from '#shared/contracts/ids';
import { type CutoffOutcomes, settle } from '../../domain/cutoff/decideOrder';
import { type InConsolidation, moveOn, supersede } from '../../domain/cutoff/supersede';
import { fail } from '../../domain/endings';
import { failed } from '../../domain/orderEvents';
import { type Order } from '../../domain/order';
import { consolidatedOrders, stragglers, unsettledOrders } from '../../storage/cycleOrderStore';
import { type ClosingDeps, type Phase, type PhaseStep } from './closingPhase';

const batch = 500;
/** How far back money may still turn up for a cycle that is closed. */
const stragglerDays = 14;

/** Gives each claimed order its receipt, with what it costs and what is refunded, in one guarded write per order. */
export const settleOrders: PhaseStep = async (phase) => {
  const { deps, closing, alive } = phase;
  const droppedSkus = new Set(closing.droppedSkus.map(({ skuId }) => skuId));
  for (;;) {
    await alive();
    const orders = await unsettledOrders(deps.orders.collection, closing.cycleId, batch);
    if (orders.length === 0) return { phase: 'freezing' };
    const outcomes = await outcomesOfGroups(phase, orders);
    const changes = orders.flatMap((before) => {
      if (before.status !== 'consolidated') return [];
      const offers: CutoffOutcomes['offers'] = outcomes.get(before.groupOrderId) ?? new Map();
      const decision = settle(before, { offers, droppedSkus }, deps.now());
      return decision ? [{ before, decision }] : [];
    });
    if (changes.length === 0) throw new Error(`Claimed orders of ${closing.cycleId} cannot be settled`);
    await deps.orders.saveAll(changes);
  }
};

async function outcomesOfGroups({ deps }: Phase, orders: readonly Order[]) {
  const ids = [...new Set(orders.map(({ groupOrderId }) => groupOrderId))];
  const read = ids.map(async (id): Promise<[GroupOrderId, CutoffOutcomes['offers']]> => {
    const outcomes = (await deps.groups.find(id))?.cutoff?.outcomes ?? [];
    return [id, new Map(outcomes.map((outcome) => [outcome.offerId, outcome]))];
  });
  return new Map(await Promise.all(read));
}

/** Moves the orders of the consolidation that is replaced to the new one, without what no supplier delivers. */
export const supersedeOrders: PhaseStep = async ({ deps, closing, alive }) => {
  const { supersedes, consolidationId } = closing;
  if (supersedes === undefined) throw new Error(`The closing of ${closing.cycleId} replaces nothing`);
  const droppedSkus = new Set(
    closing.droppedSkus.filter(({ reason }) => reason === 'supplier_shortage').map(({ skuId }) => skuId),
  );
  for (;;) {
    await alive();
    const orders = await consolidatedOrders(deps.orders.collection, supersedes, batch);
    if (orders.length === 0) return { phase: 'freezing' };
    await deps.orders.saveAll(
      orders.map((before) => ({
        before,
        decision:
          // Otherwise the goods are there already: the order only belongs to the new version.
          before.status === 'consolidated' || before.status === 'in_transit'
            ? supersede(before, { consolidationId, droppedSkus }, deps.now())
            : { order: moveOn(before as InConsolidation, consolidationId) },
      })),
    );
  }
};

/**
 * Returns the money of orders that became paid, or were claimed, when their cycle was closed already: a payment that a slow
 * process wrote down late. Each gets its receipt.
 */
export async function failStragglers(deps: ClosingDeps): Promise<void> {
  const since = new Date(deps.now().getTime() - stragglerDays * 86_400_000);
  const cycleIds = await deps.closings.frozenSince(since);
  if (cycleIds.length === 0) return;
  const late = await stragglers(deps.orders.collection, cycleIds, batch);
  await deps.orders.saveAll(
    late.flatMap((before) => {
      if (before.status !== 'paid' && before.status !== 'consolidated') return [];
      const order = fail(before, 'paid_too_late', deps.now());
      return [{ before, decision: { order, events: [failed(order)] } }];
    }),
  );
}
