import { setTimeout as delay } from 'node:timers/promises';
import { type ConsolidationId, type CycleId, type SkuId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type Consolidation, consolidationIdOf, type DroppedSku } from '../../domain/consolidation';
import { OrderActionNotAllowed } from '../../domain/lifecycle';
import { type Closer } from './closer';
import { type Weighed, withOpenWeights } from './getConsolidation';
import { type ClosingDeps } from './phaseStep';

export type Supersede = {
  readonly consolidationId: ConsolidationId;
  readonly droppedSkuIds: readonly SkuId[];
  readonly reason: string;
};

const maxWaitMs = 20_000;

/**
 * Makes the next version of a consolidation without some Skus, before anything of it has left. The one write that opens the closing
 * again decides it; the phases after that are done here, or by the sweeper after a crash. Asked again, it answers the version
 * that was made.
 * @throws {Refused} NOT_FOUND (also for a Sku that nobody gets), CONSOLIDATION_SUPERSEDED @throws {OrderActionNotAllowed}
 */
export async function supersedeConsolidation(
  deps: ClosingDeps & { readonly closer: Closer },
  wish: Supersede,
): Promise<Weighed<Consolidation>> {
  const { consolidations, closings, closer, cycleOrders } = deps;
  const before = found(await consolidations.find(wish.consolidationId));
  // A version can be read a moment before its closing says that it is frozen; another process may be about to say so.
  const closing = await advanced(closer, before.cycleId, async () => {
    const now = found(await closings.find(before.cycleId));
    return now.consolidationId === before.id && now.phase !== 'frozen' ? undefined : now;
  });
  const next = consolidationIdOf(before.cycleId, before.version + 1);
  if (closing.consolidationId === before.id) {
    const dropped = droppedBy(before, wish);
    if (await cycleOrders.hasDeparted(before.id)) throw new OrderActionNotAllowed('supersede', 'in_transit');
    await closings.reopen(closing, {
      phase: 'superseding',
      version: before.version + 1,
      consolidationId: next,
      supersedes: before.id,
      reason: wish.reason,
      droppedSkus: [...before.droppedSkus, ...dropped],
    });
  }
  const now = found(await closings.find(before.cycleId));
  const isOurs =
    now.consolidationId === next &&
    now.reason === wish.reason &&
    wish.droppedSkuIds.every((skuId) => now.droppedSkus.some((dropped) => dropped.skuId === skuId));
  if (!isOurs) throw new Refused('CONSOLIDATION_SUPERSEDED');
  return withOpenWeights(deps, await advanced(closer, before.cycleId, () => consolidations.find(next)));
}

/**
 * Advances the closing of a cycle until `look` finds something.
 * @throws {Refused} SERVICE_UNAVAILABLE when that takes too long
 */
async function advanced<T>(closer: Closer, cycleId: CycleId, look: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = performance.now() + maxWaitMs;
  for (;;) {
    await closer.advance(cycleId);
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > giveUpAt) throw new Refused('SERVICE_UNAVAILABLE');
    await delay(100);
  }
}

/** @throws {Refused} NOT_FOUND */
function droppedBy(before: Consolidation, { droppedSkuIds }: Supersede): DroppedSku[] {
  return [...new Set(droppedSkuIds)].map((skuId) => {
    const { title, units } = found(before.pickList.find((sku) => sku.skuId === skuId));
    return { skuId, title, units, reason: 'supplier_shortage' };
  });
}
